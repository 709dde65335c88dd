/** What a reader remembers must not show: after any edit it says what one says that has just begun. */

import { expect, test } from 'vitest';
import { lint } from '../src/lint.ts';
import { comparePaths, type Gathered } from '../src/manuscript/gather.ts';
import { manuscriptReader, type Reader } from '../src/manuscript/read.ts';
import { jsonReport } from '../src/reports/json.ts';
import { rules } from '../src/rules/index.ts';
import { readPage } from './pages.ts';
import { stockFiles } from './stock.ts';

type Files = Readonly<Record<string, string>>;

const gathered = (files: Files): Gathered => {
  const paths = Object.keys(files).sort(comparePaths);
  const sources = (form: RegExp) =>
    paths.flatMap((file) => (form.test(file) ? [{ file, text: files[file] as string }] : []));
  const [story] = sources(/^story\.yaml$/);
  return {
    folder: '/a/story',
    chapters: sources(/\.md$/),
    bible: sources(/^bible(?:\/[^/]+)?\.yaml$/),
    ...(story ? { story } : {}),
    files: new Set(paths),
    passedOver: [],
    problems: [],
  };
};

const told = 'Mirabel walked to the lamp and lit it. She waited, and Mirabel went down again. Jonas slept.';
const start = {
  'story.yaml': 'title: Lamps\nlanguage: en\n',
  'bible.yaml': 'characters:\n  mirabel: { name: Mirabel, pronouns: she/her, eyes: brown }\n',
  '01.md': `# One\n\n${Array(20).fill(told).join('\n\n')}\n\n“It is the the lamp,” said Mirabel.\n`,
  '02.md': `# Two\n\n${Array(6).fill(told).join('\n\n')}\n\nMirabel’s green eyes shone. See [one](03.md).\n`,
};

const edits: readonly Partial<typeof start>[] = [
  {},
  { '02.md': `${start['02.md']}\nMirabell turns and waits. She looks up and Mirabel goes out of of the door.\n` },
  { '02.md': start['02.md'].replaceAll('Mirabel', 'Mirabell').replace('03.md', '01.md') },
  { 'bible.yaml': 'characters:\n  jonas: { name: Jonas, pronouns: he/him }\n' },
  { 'story.yaml': 'title: Lamps\nlanguage: en\ndialect: { dialogue: dash }\n' },
  { '01.md': start['01.md'].replace('“It is the the lamp,”', '— It is the the lamp —') },
  {},
];

const report = (reader: Reader, files: Files): string => jsonReport(lint(reader.compose(gathered(files)), rules));

test('after every edit the findings are those of a reader that has just begun', () => {
  const lasting = manuscriptReader();
  const reports = edits.map((edit) => {
    const files = { ...start, ...edit };
    const again = report(lasting, files);
    expect(again).toBe(report(manuscriptReader(), files));
    return again;
  });
  // Most edits do change what is found: else nothing would have been put to the test.
  expect(new Set(reports).size).toBeGreaterThanOrEqual(edits.length - 2);
});

/** What is edited into a story at random: the files of the examples on all rules' pages, so that every rule has its cases. */
const pages = rules.map(({ id }) => readPage(id)).flatMap(({ fails, passes }) => [...fails, ...passes]);
const filesOf = (form: RegExp): readonly string[] =>
  pages.flatMap(({ files }) =>
    Object.entries(files).flatMap(([file, text]) => (form.test(file) && text ? [text] : [])),
  );
const material = {
  chapters: filesOf(/\.md$/),
  bibles: filesOf(/^bible/),
  stories: [
    ...filesOf(/^story/),
    'language: de\n',
    'language: fr\ndialect: { dialogue: guillemets }\n',
    'status: complete\ndialect: { dialogue: single }\n',
    'calendar: date\npov: Mira\n',
  ],
};

/** An empty text takes a file away. */
const whole = (files: Files): Files => Object.fromEntries(Object.entries(files).filter(([, text]) => text !== ''));

/** Numbers from 0 to below 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The story after one edit more. */
function edited(files: Files, past: readonly Files[], roll: () => number): Files {
  const any = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)] as T;
  const { [any(Object.keys(files))]: _, ...fewer } = files;
  const chapters = Object.keys(files).filter((file) => file.endsWith('.md'));
  const chapter = any(chapters) ?? '01.md';
  const text = files[chapter] ?? '';
  const blocks = text.split('\n\n');
  const at = Math.floor(roll() * blocks.length);
  const number = String(1 + Math.floor(roll() * 9)).padStart(2, '0');
  const { [chapter]: __, ...others } = files;
  const bible = any(['bible.yaml', 'bible/people.yaml', 'bible/things.yaml']);
  const names = (files[bible] ?? '').match(/\b[A-Z][a-z]{3,}/g) ?? ['Mira'];
  return any<() => Files>([
    () => ({
      ...files,
      [chapter]: [...blocks.slice(0, at), any(any(material.chapters).split('\n\n')), ...blocks.slice(at)].join('\n\n'),
    }),
    () => ({ ...files, [chapter]: blocks.filter((_, i) => i !== at).join('\n\n') }),
    () => ({ ...files, [chapter]: `${head.exec(any(material.chapters))?.[0] ?? ''}${text.replace(head, '')}` }),
    () => ({ ...files, [`${number}-new.md`]: any(material.chapters) }),
    () => ({ ...others, [`${number}-moved.md`]: text }),
    () => ({ ...files, [chapter]: files[any(chapters)] ?? text, [any(chapters) ?? chapter]: text }),
    () => fewer,
    () => whole({ ...files, ...any(pages).files }),
    () => whole({ ...stockFiles, ...any(pages).files }),
    () => whole({ ...stockFiles, ...any(pages).files }),
    () => ({ ...files, [bible]: any(material.bibles) }),
    () => ({
      ...files,
      [bible]: (files[bible] ?? any(material.bibles)).replaceAll(
        any(names),
        any(['Mirra', 'Tam', 'Kestrel', 'The Long Watch']),
      ),
    }),
    () => ({
      ...files,
      [bible]: (files[bible] ?? any(material.bibles)).replace(
        /: (?:brown|green|she\/her|Vulcan|\d{4}\d?(?:\.\d)?)/,
        any([': blue', ': 43100.5', ': 2340', ': he/him']),
      ),
    }),
    () => ({ ...files, 'story.yaml': any(material.stories) }),
    () => any(past),
  ])();
}

const head = /^---\n[\s\S]*?\n---\n/;
const isProse = (file: string): boolean => file.endsWith('.md');
const part = (files: Files, wanted: (file: string) => boolean): Files =>
  Object.fromEntries(Object.entries(files).filter(([file]) => wanted(file)));
/** A bible whose names are others, and one whose facts are. */
const renamed = (bible: string): string => bible.replace(/\b([A-Z])(?=[a-z]{2})/g, '$1$1');
const untrue = (bible: string): string =>
  bible
    .replaceAll('brown', 'blue')
    .replaceAll('she/her', 'he/him')
    .replace(/: (\d{4})/g, ': 9$1');

/** What may change around a prose that stays: nothing that is known of its files may be kept for another bible or story. */
const around: Readonly<Record<string, (files: Files) => Files>> = {
  'the stock bible': (files) => ({ ...stockFiles, ...part(files, isProse) }),
  'its own bible': (files) => files,
  'no bible': (files) => part(files, (file) => !/^bible/.test(file)),
  'other names': (files) => ({ ...files, 'bible.yaml': renamed(files['bible.yaml'] ?? '') }),
  'other facts': (files) => ({ ...files, 'bible.yaml': untrue(files['bible.yaml'] ?? '') }),
  'another language': (files) => ({ ...files, 'story.yaml': 'language: fr\n' }),
  'speech by dashes': (files) => ({ ...files, 'story.yaml': 'language: en\ndialect: { dialogue: dash }\n' }),
  'speech in single marks': (files) => ({
    ...files,
    'story.yaml': 'status: complete\ndialect: { dialogue: single }\n',
  }),
  'a dream': (files) => ({
    ...files,
    '01-harbour.md': `---\nmode: dream\n---\n${(files['01-harbour.md'] ?? '').replace(head, '')}`,
  }),
  'and its own again': (files) => files,
};

test('what is known of the prose is not kept for another bible or story', () => {
  const found = new Set<string>();
  let changes = 0;
  for (const { files, line } of pages) {
    const example = whole({ ...stockFiles, ...files });
    const lasting = manuscriptReader();
    let before = '';
    for (const [name, change] of Object.entries(around)) {
      const story = change(example);
      const again = report(lasting, story);
      expect(again, `the example at line ${line}, ${name}`).toBe(report(manuscriptReader(), story));
      for (const { rule } of JSON.parse(again).findings) found.add(rule);
      if (again !== before) changes += 1;
      before = again;
    }
  }
  // Every rule has found something, and most changes change what is found: else nothing would have been put to the test.
  const off = rules.filter(({ severity }) => severity === 'off').map(({ id }) => id);
  expect(rules.map(({ id }) => id).filter((id) => !found.has(id) && !off.includes(id))).toEqual([]);
  expect(changes).toBeGreaterThan(pages.length * 4);
});

test.each([1, 2, 3])('after a hundred edits at random (%i)', (seed) => {
  const roll = dice(seed);
  const lasting = manuscriptReader();
  const past: Files[] = [start];
  const found = new Set<string>();
  for (let n = 0; n < 100; n += 1) {
    const files = edited(past.at(-1) as Files, past, roll);
    past.push(files);
    const again = report(lasting, files);
    expect(again, `edit ${n}`).toBe(report(manuscriptReader(), files));
    for (const { rule } of JSON.parse(again).findings) found.add(rule);
  }
  // The stories have much to be found: else nothing would have been put to the test.
  expect(found.size).toBeGreaterThan(20);
});
