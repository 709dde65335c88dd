/** A chapter: its place is kept as it is read, and offered when the reader comes back. The page never jumps by itself. */

import { goTo, here, type Place, paragraphs } from './place.ts';
import { LAST, last, PLACES, places } from './places.ts';
import { base, find, keep, kept } from './store.ts';

/** When a scroll is over, in milliseconds. */
const RESTS = 400;
/** After so long a reader may want to be told what was before: thirty days, in milliseconds. */
const LONG = 2.592e9;

export function openChapter(article: HTMLElement): void {
  const { slug = '', label = '', text = '', n: nth } = article.dataset;
  const all = paragraphs();
  const end = all.at(-1);
  const letters = all.map(({ id }) => id.slice(1, 4));
  /** Three letters of each paragraph, as the chapter was when it was read. */
  const key = `text:${base}${slug}`;
  const before = places()[slug];
  const begun = scrollY;
  const n = Number(nth);
  let { read, text: known } = before ?? {};
  let place: Place | undefined;

  const soFar = find('.so-far', article);
  if (soFar) soFar.hidden = Date.now() - (last().when ?? Infinity) < LONG;
  if (known && known !== text) tellChanged(article, all, letters, kept<{ letters: string }>(key).letters);

  const save = (): void => {
    place = here();
    if (!place) return;
    if (!known) {
      known = text;
      keep(key, { letters: letters.join('') });
    }
    keep(PLACES, { ...places(), [slug]: { ...place, read, text: known } });
    // Looking something up in a chapter before does not bring the reader back to it; reading on there does.
    if (n < (last().n ?? 0) && Math.abs(scrollY - begun) < 2 * innerHeight) return;
    const next = find('.turn-next');
    keep(LAST, {
      slug,
      n,
      label,
      when: Date.now(),
      next: read && next && [next.dataset.slug, find('.turn-title', next).textContent.trim()],
    });
  };
  let timer = 0;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(save, RESTS);
  });
  addEventListener('pagehide', () => scrollY !== begun && save());
  if (end)
    new IntersectionObserver(([seen], observer) => {
      if (!seen?.isIntersecting) return;
      read = 1;
      known = '';
      observer.disconnect();
      save();
    }).observe(end);

  // From *Continue*. The browser itself goes to the head of the paragraph, until all is there; or has not found it.
  if (before && location.hash === `#${before.id}`)
    addEventListener('load', () => setTimeout(() => document.fonts.ready.then(() => goTo(before))));
  else if (before && !before.read && before.n + before.at > 0 && !location.hash)
    show(find('.resume', article), before.id).onclick = () => {
      goTo(before);
      find('.resume', article).hidden = true;
      return false;
    };
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    if (place && scrollY) goTo(place);
  });
  openMarks(article);
}

/** A line above the prose, with its link to a paragraph. */
function show(line: HTMLElement, id: string): HTMLAnchorElement {
  const link = find<HTMLAnchorElement>('a', line);
  line.hidden = false;
  link.href = `#${id}`;
  return link;
}

/** Which paragraphs are not as they were: marked in the margin, counted above the prose, with a way to the first. */
function tellChanged(article: HTMLElement, all: HTMLElement[], letters: string[], read?: string): void {
  // What was brought here from another device comes without them.
  const were = read?.match(/.../g) ?? letters;
  const changed = all.filter((_, i) => !were.includes(letters[i] as string));
  for (const one of changed) one.classList.add('changed');
  if (changed[0]) show(find('.since', article), changed[0].id).textContent = String(changed.length);
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
  button.onclick = async () => {
    history.replaceState(null, '', `#${here()?.id ?? ''}`);
    await navigator.clipboard?.writeText(location.href).catch(() => {});
    find('#reader [role=status]').textContent = button.dataset.done as string;
  };
}
