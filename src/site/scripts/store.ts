/** What a browser keeps for its reader. Where it keeps nothing, a page works all the same. */

export const root = document.documentElement;
/** Each story has its own, by the path it lives at; the reading settings are for all. */
export const base = document.body.dataset.base as string;

/** JSON that somebody else may have written, or nobody. */
export function parsed<T extends object>(text: () => string | undefined): Partial<T> {
  try {
    return Object(JSON.parse(text() as string));
  } catch {
    return {};
  }
}

export const kept = <T extends object>(key: string): Partial<T> => parsed<T>(() => localStorage[key]);

/** What was kept; nothing where it could not be. */
export function keep(key: string, value: object): string | undefined {
  const text = JSON.stringify(value);
  try {
    localStorage[key] = text;
    return text;
  } catch {
    return undefined;
  }
}

export const find = <T extends HTMLElement>(selector: string, within: ParentNode = document): T =>
  within.querySelector(selector) as T;
export const findAll = <T extends HTMLElement>(selector: string, within: ParentNode = document): T[] => [
  ...within.querySelectorAll<T>(selector),
];
