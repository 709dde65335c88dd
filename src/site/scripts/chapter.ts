/** A chapter: its place is kept as it is read, and offered when the reader comes back. The page never jumps by itself. */

import { goTo, here, type Place, paragraphs } from './place.ts';
import { keepLast, keepParagraphs, keepPlaces, type Last, last, paragraphsRead, places } from './places.ts';

/** When a scroll is over, in milliseconds. */
const RESTS = 400;
/** After so long a reader may want to be told what was before: thirty days, in milliseconds. */
const LONG = 2.592e9;

export function openChapter(): void {
  const article = document.querySelector<HTMLElement>('.chapter[data-slug]');
  if (!article) return;
  const { slug = '', label = '', text = '' } = article.dataset;
  const before = places()[slug];
  const all = paragraphs();
  const next = document.querySelector<HTMLAnchorElement>('a.turn-next');
  const own: Last = { slug, n: Number(article.dataset.n), href: location.pathname, label };
  const begun = scrollY;
  let read = before?.read;
  let known = before?.text;
  const letters = all.map(({ id }) => id.slice(1, 4));
  const soFar = article.querySelector<HTMLElement>('.so-far');
  if (soFar) soFar.hidden = Date.now() - (last().when ?? Infinity) < LONG;
  if (known && known !== text) tellChanged(article, all, letters, paragraphsRead(slug));

  const save = (): void => {
    const place = here();
    if (!place && !read) return;
    if (!known) {
      known = text;
      keepParagraphs(slug, letters.join(''));
    }
    const at = place ?? { id: all.at(-1)?.id ?? '', n: all.length - 1, at: 1 };
    const kept: Place = { ...at, ...(read && { read }), text: known };
    keepPlaces({ ...places(), [slug]: kept });
    // Looking something up in a chapter before does not bring the reader back to it; reading on there does.
    if (own.n < (last().n ?? 0) && Math.abs(scrollY - begun) < 2 * innerHeight) return;
    const title = next?.querySelector('.turn-title')?.textContent?.trim();
    keepLast({
      ...own,
      when: Date.now(),
      ...(read && next && title ? { next: { href: next.pathname, label: title } } : {}),
    });
  };
  let timer = 0;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(save, RESTS);
  });
  addEventListener('pagehide', () => scrollY !== begun && save());
  const end = all.at(-1);
  if (end)
    new IntersectionObserver((seen, observer) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      read = 1;
      known = '';
      observer.disconnect();
      save();
    }).observe(end);

  // From *Continue*. The browser itself goes to the head of the paragraph, until all is there; or has not found it.
  if (before && location.hash === `#${before.id}`)
    addEventListener('load', () => setTimeout(() => document.fonts.ready.then(() => goTo(before))));
  else if (before && !before.read && before.n + before.at > 0 && !location.hash) offer(article, before);
  let width = innerWidth;
  let place = here();
  addEventListener('scroll', () => {
    if (innerWidth === width) place = here();
  });
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    if (place && place.n + place.at > 0) goTo(place);
  });
  openMarks(article);
}

/** Which paragraphs are not as they were: marked in the margin, counted above the prose, with a way to the first. */
function tellChanged(article: HTMLElement, all: HTMLElement[], letters: string[], read: string): void {
  const were = new Set(read.match(/.../g));
  // What was brought here from another device comes without them.
  const changed = read ? all.filter((_, i) => !were.has(letters[i] ?? '')) : [];
  const line = article.querySelector<HTMLElement>('.since');
  if (!line || !changed[0]) return;
  for (const one of changed) one.classList.add('changed');
  line.hidden = false;
  const link = line.querySelector('a');
  if (!link) return;
  link.textContent = String(changed.length);
  link.href = `#${changed[0].id}`;
}

function offer(article: HTMLElement, place: Place): void {
  const line = article.querySelector<HTMLElement>('.resume');
  const link = line?.querySelector('a');
  if (!line || !link) return;
  link.href = `#${place.id}`;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    goTo(place);
    line.hidden = true;
  });
  line.hidden = false;
}

/** A mark in the margin of the paragraph under the pointer, which is a link to it; and a button that copies one. */
function openMarks(article: HTMLElement): void {
  const mark = document.createElement('a');
  mark.className = 'pilcrow';
  mark.textContent = '¶';
  mark.tabIndex = -1;
  mark.setAttribute('aria-hidden', 'true');
  article.addEventListener('pointerover', ({ target, pointerType }) => {
    const paragraph = (target as Element).closest<HTMLElement>('.prose p[id]');
    if (pointerType !== 'mouse' || !paragraph || paragraph.contains(mark)) return;
    mark.href = `#${paragraph.id}`;
    paragraph.append(mark);
  });
  const button = document.querySelector<HTMLButtonElement>('.copy');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    history.replaceState(null, '', `#${here()?.id ?? ''}`);
    await navigator.clipboard?.writeText(location.href).catch(() => {});
    const said = document.querySelector('#reader [role=status]');
    if (said) said.textContent = button.dataset.done ?? '';
  });
}
