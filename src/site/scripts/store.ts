/** What a browser keeps for its reader. Where it keeps nothing, a page works all the same. */

export function kept<T extends object>(key: string): Partial<T> {
  try {
    return Object(JSON.parse(localStorage[key]));
  } catch {
    return {};
  }
}

/** Whether it could be kept. */
export function keep(key: string, value: object): boolean {
  try {
    localStorage[key] = JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
