/** What people did for a book, as MARC relator codes (id.loc.gov/vocabulary/relators). */

const codes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    author: 'aut',
    coauthor: 'aut',
    writer: 'aut',
    editor: 'edt',
    beta: 'edt',
    'beta reader': 'edt',
    illustrator: 'ill',
    artist: 'art',
    'cover artist': 'cov',
    'cover designer': 'cov',
    translator: 'trl',
    narrator: 'nrt',
    proofreader: 'pfr',
    contributor: 'ctb',
    'foreword author': 'aui',
    'afterword author': 'aft',
    publisher: 'pbl',
    designer: 'bkd',
    dedicatee: 'dte',
  }),
);
const known = new Set([
  ...codes.values(),
  'adp',
  'ant',
  'aud',
  'clb',
  'com',
  'cmp',
  'csl',
  'cwt',
  'lyr',
  'pht',
  'red',
  'res',
  'wac',
]);

/** The code for a role in words, or the code itself; undefined for what the list has no word for. */
export function relatorOf(role: string): string | undefined {
  const word = role.trim().toLowerCase();
  return (
    codes.get(word.replaceAll('-', ' ')) ??
    codes.get(word.replaceAll(/[\s-]/g, '')) ??
    (known.has(word) ? word : undefined)
  );
}
