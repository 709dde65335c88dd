/** Numbers, dates, lists and sizes as a language says them. The same on every machine: nothing is asked of the system. */

export interface Speech {
  /** BCP 47, of the interface. */
  readonly language: string;
  readonly number: (n: number) => string;
  readonly list: (words: readonly string[]) => string;
  /** A day in full, from milliseconds since 1970. */
  readonly day: (time: number) => string;
  /** Bytes, in kB or MB. */
  readonly size: (bytes: number) => string;
}

export function speechOf(language: string): Speech {
  const numbers = new Intl.NumberFormat(language);
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(language);
  const rounded = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  return {
    language,
    number: (n) => numbers.format(n),
    list: (words) => lists.format(words),
    day: (time) => days.format(time),
    size: (bytes) =>
      bytes < 1e6 ? `${numbers.format(Math.max(1, Math.round(bytes / 1e3)))} kB` : `${rounded.format(bytes / 1e6)} MB`,
  };
}
