/** Where a reader is: a paragraph, and how far into it. Never a length in pixels, which a change of the letters would move. */

const LINE = 72;

/** Does something that moves the words, and holds the one at the top of the window where it is. */
export function stay(change: () => void): void {
  const paragraphs = [...document.querySelectorAll<HTMLElement>('.chapter > .prose [id]')];
  const paragraph = paragraphs.find((one) => one.getBoundingClientRect().bottom > LINE);
  const before = paragraph?.getBoundingClientRect();
  change();
  if (!paragraph || !before || scrollY === 0) return;
  const into = Math.max(0, LINE - before.top) / before.height;
  const after = paragraph.getBoundingClientRect();
  const off = before.top > LINE ? after.top - before.top : after.top + into * after.height - LINE;
  scrollBy({ top: off, behavior: 'instant' });
}
