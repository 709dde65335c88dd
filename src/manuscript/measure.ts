/** Text that would keep the Markdown parser busy for minutes or overflow its stack, found before it is parsed. */

/** Deeper quotation and lists than any prose has, and far from what overflows the parser. */
const DEEPEST = 100;
/** More marks of one kind in one paragraph than any prose has; from there on the parser's time grows with their square. */
const MOST_MARKS = 4000;

export interface Excess {
  readonly at: number;
  readonly why: string;
}

const deep = new RegExp(
  `^[ \\t]*(?:>[ \\t]*){${DEEPEST},}|^(?:[ \\t]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+){${DEEPEST},}|^[ \\t]{${DEEPEST * 2},}(?:[-*+>]|\\d{1,9}[.)])`,
  'm',
);
const marks = /[*_]+|[[\]]|`+|<|~~|&|\\/g;

/** The first place where a text goes past what is parsed, from an offset on; undefined for everything people write. */
export function excessOf(text: string, from: number): Excess | undefined {
  const nested = deep.exec(from > 0 ? text.slice(from) : text);
  if (nested)
    return {
      at: from + nested.index,
      why: `quotations or lists stand inside one another more than ${DEEPEST} levels deep`,
    };
  if (text.length - from < MOST_MARKS) return undefined;
  let start = from;
  const blank = /\n[ \t]*\r?\n|$/g;
  blank.lastIndex = from;
  for (let end = blank.exec(text); end; end = blank.exec(text)) {
    if (end.index - start >= MOST_MARKS) {
      const why = markedTooOften(text.slice(start, end.index));
      if (why) return { at: start + (/\S/.exec(text.slice(start))?.index ?? 0), why };
    }
    if (end[0] === '') return undefined;
    start = end.index + end[0].length;
  }
  return undefined;
}

function markedTooOften(paragraph: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [mark] of paragraph.matchAll(marks)) {
    const kind = mark[0] as string;
    const count = (counts.get(kind) ?? 0) + 1;
    if (count > MOST_MARKS) return `one paragraph holds more than ${MOST_MARKS} marks “${kind}”`;
    counts.set(kind, count);
  }
  return undefined;
}
