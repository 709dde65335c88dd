/** How findings speak of chapters and scenes. */

import type { Chapter } from '../manuscript/model.ts';

/** `chapter 3, “Regulus”`: as a reader knows it. */
export const chapterName = ({ number, title }: Chapter): string =>
  number === undefined ? `“${title.text}”` : `chapter ${number}, “${title.text}”`;
