/** Where a reader is: a paragraph, and how far into it. Never a length in pixels, which a change of the letters would move. */

import { findAll } from './store.ts';

export interface Place {
  /** Of the paragraph, made from its words; and which one it is, for when the words have changed. */
  readonly id: string;
  readonly n: number;
  /** How much of it is above the line: from 0 to 1, and more behind the last one. */
  readonly at: number;
  /** Whether the chapter has been read to its end. */
  readonly read?: 1;
  /** What the chapter’s words were when it was read, or begun. */
  readonly text?: string;
}

/** Below the bar: what stands here is being read. */
const LINE = 72;

export const paragraphs = (): HTMLElement[] => findAll('.text :is(p,h2,h3,h4,h5,h6,pre)[id]');

/** Nothing where there are none, or none to be seen. Behind the last one it is how far behind. */
export function here(): Place | undefined {
  const all = paragraphs();
  const paragraph = all.find((one) => one.getBoundingClientRect().bottom > LINE) ?? all.at(-1);
  if (!paragraph?.offsetHeight) return undefined;
  const { top, height } = paragraph.getBoundingClientRect();
  const at = Math.max(0, (LINE - top) / height);
  return { id: paragraph.id, n: all.indexOf(paragraph), at: Number(at.toFixed(3)) };
}

export function goTo({ id, n, at }: Place): void {
  const go = (): void => {
    const paragraph = document.getElementById(id) ?? paragraphs()[n];
    if (!paragraph) return;
    const { top, height } = paragraph.getBoundingClientRect();
    scrollBy(0, top + at * height - LINE);
  };
  go();
  // A face that comes only now moves the words once more.
  document.fonts.ready.then(go);
}

/** Does something that moves the words, and holds those at the top of the window where they are. */
export function stay(change: () => void): void {
  const place = here();
  change();
  if (place && place.n + place.at > 0) goTo(place);
}
