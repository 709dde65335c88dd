/** A chapter: its place is kept as it is read, and offered when the reader comes back. The page never jumps by itself. */

import { goTo, here, type Place, paragraphs } from './place.ts';
import { LAST, last, PLACES, places } from './places.ts';
import { base, find, keep, kept } from './store.ts';

/** When a scroll is over, in milliseconds. */
const RESTS = 400;
/** After so long a reader may want to be told what was before: thirty days, in milliseconds. */
const LONG = 2.592e9;

export function openChapter(article: HTMLElement): void {
  const { slug, text, n } = article.dataset as { slug: string; text: string; n: string };
  const all = paragraphs();
  const end = all.at(-1);
  const letters = all.map(({ id }) => id.slice(1, 4));
  /** Three letters of each paragraph, as the chapter was when it was read. */
  const key = `text:${base}${slug}`;
  const before = places()[slug];
  const begun = scrollY;
  let { read, text: known } = before ?? {};
  let place: Place | undefined;

  if (Date.now() - Number(last().when) > LONG) find('.so-far')?.removeAttribute('hidden');
  if (known && known !== text) tellChanged(all, letters, kept<{ letters: string }>(key).letters);

  /** Its foot has been seen: the last paragraph may be the only one, and long. */
  const isOver = (): boolean => Number(end?.getBoundingClientRect().bottom) < innerHeight;
  const save = (): void => {
    place = here();
    if (!place) return;
    if (isOver()) {
      read = 1;
      known = '';
    }
    if (!known) {
      known = text;
      keep(key, { letters: letters.join() });
    }
    keep(PLACES, { ...places(), [slug]: { ...place, read, text: known } });
    // Looking something up in a chapter before does not bring the reader back to it; reading on there does.
    if (Number(n) < Number(last().n) && Math.abs(scrollY - begun) < 2 * innerHeight) return;
    keep(LAST, { ...article.dataset, when: Date.now(), next: read && find('.turn-next')?.dataset });
  };
  let timer = 0;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(save, RESTS);
  });
  addEventListener('pagehide', () => (scrollY !== begun || isOver()) && save());
  // A short chapter is read without a scroll.
  if (isOver()) save();

  // From *Continue*. The browser itself goes to the head of the paragraph, until all is there; or has not found it.
  if (before && location.hash === `#${before.id}`) addEventListener('load', () => setTimeout(goTo, 0, before));
  else if (before && !before.read && before.n + before.at > 0 && !location.hash)
    show('.resume', before.id).onclick = () => {
      goTo(before);
      find('.resume').hidden = true;
      return false;
    };
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth !== width && place && scrollY) goTo(place);
    width = innerWidth;
  });
  openMarks(article);
}

/** A line above the prose, with its link to a paragraph. */
function show(selector: string, id: string): HTMLAnchorElement {
  const line = find(selector);
  const link = find<HTMLAnchorElement>('a', line);
  line.hidden = false;
  link.href = `#${id}`;
  return link;
}

/** Which paragraphs are not as they were: marked in the margin, counted above the prose, with a way to the first. */
function tellChanged(all: HTMLElement[], letters: string[], read?: string): void {
  // What was brought here from another device comes without them.
  const were = read ?? letters;
  const changed = all.filter((one, i) => one.classList.toggle('changed', !were.includes(letters[i] as string)));
  if (changed[0]) show('.since', changed[0].id).textContent = `${changed.length}`;
}

/** A mark in the margin of the paragraph under the pointer, which is a link to it; and a button that copies one. */
function openMarks(article: HTMLElement): void {
  const mark = find<HTMLAnchorElement>('.pilcrow');
  article.onpointerover = ({ target, pointerType }) => {
    const paragraph = (target as Element).closest<HTMLElement>('.prose p[id]');
    if (pointerType !== 'mouse' || !paragraph || mark.parentElement === paragraph) return;
    mark.href = `#${paragraph.id}`;
    mark.hidden = false;
    paragraph.append(mark);
  };
  const button = find<HTMLButtonElement>('.copy');
  button.hidden = false;
  button.onclick = () => {
    history.replaceState(null, '', `#${here()?.id ?? ''}`);
    navigator.clipboard?.writeText(location.href).catch(() => {});
    find('#reader [role=status]').textContent = button.dataset.done as string;
  };
}
