/** Titles and names as a shelf sorts them. */

const articles: ReadonlyMap<string, RegExp> = new Map([
  ['en', /^(?:the|an?)\s+(?=[\p{L}\p{N}“‘])/iu],
  ['fr', /^(?:les?|la|une?|des)\s+|^l[’']/i],
  ['de', /^(?:der|die|das|eine?)\s+/i],
  ['es', /^(?:el|las?|los|una?)\s+/i],
  ['it', /^(?:il|lo|la|i|gli|le|una?|uno)\s+|^l[’']/i],
  ['nl', /^(?:de|het|een)\s+/i],
  ['pt', /^(?:os?|as?|uma?)\s+/i],
]);

/** `The Regulus Line` → `Regulus Line, The`. */
export function sortTitle(title: string, language: string): string {
  const article = articles.get(language.split('-')[0] ?? '')?.exec(title)?.[0];
  const rest = article === undefined ? '' : title.slice(article.length);
  return article === undefined || rest === '' ? title : `${rest}, ${article.trim()}`;
}

/** Languages in which the family comes first, as on the shelf. */
const familyFirst = new Set(['hu', 'ja', 'ko', 'vi', 'zh']);
const twoNames =
  /^(?!(?:The|An?|Das|Der|Die|El|Las?|Los|Les?|Une?)\s)(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+(?:[-’'\u2019]?\p{Lu}\p{Ll}+)*)$/u;

/** `Ines Halloway` → `Halloway, Ines`: of two plain names only. Handles, initials and three words are anybody’s guess. */
export function sortName(name: string, language: string): string {
  const [, first, last] = twoNames.exec(name) ?? [];
  return first === undefined || familyFirst.has(language.split('-')[0] ?? '') ? name : `${last}, ${first}`;
}
