/** Titles as a shelf sorts them. */

const articles: ReadonlyMap<string, RegExp> = new Map([
  ['en', /^(?:the|an?)\s+/i],
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
