/** What the other pages know of a reader’s place: Continue, marks in the contents, and a link that takes it elsewhere. */

import { keepLast, keepPlaces, type Last, last, type Places, places } from './places.ts';

/** The first button of the story page leads to where its reader left off. */
export function openStory(): void {
  const button = document.querySelector<HTMLAnchorElement>('.cover .button');
  const { slug = '', href, label, next } = last();
  const place = places()[slug];
  if (!button || !href || !label || !place) return;
  const [to, words] = place.read && next ? [next.href, next.label] : [`${href}#${place.id}`, label];
  button.href = to;
  button.textContent = `${button.dataset.again}: ${words}`;
  button.title = words;
}

/** Chapters that are read or begun. */
export function openContents(): void {
  const known = places();
  for (const item of document.querySelectorAll<HTMLElement>('.chapters > li')) {
    const place = known[item.dataset.slug ?? ''];
    if (!place) continue;
    item.dataset.seen = place.read ? 'read' : 'begun';
    const words = document.createElement('span');
    words.className = 'unseen';
    words.textContent = ` (${item.parentElement?.dataset[item.dataset.seen]})`;
    item.querySelector('a')?.append(words);
  }
}

interface Carried {
  readonly places: Places;
  readonly last: Partial<Last>;
}

/** `/about/#place=…` carries everything to another device. It is read in the page, and sent to nobody. */
export function openMove(): void {
  const section = document.querySelector<HTMLElement>('#move');
  const field = section?.querySelector('input');
  const take = section?.querySelector('button');
  if (!section || !field || !take) return;
  const url = new URL(location.href);
  const carried = read(url.hash);
  url.hash = `place=${encodeURIComponent(JSON.stringify({ places: places(), last: last() } satisfies Carried))}`;
  field.value = url.href;
  field.addEventListener('focus', () => field.select());
  section.hidden = false;
  if (!carried) return;
  take.hidden = false;
  section.scrollIntoView();
  take.addEventListener('click', () => {
    const kept = keepPlaces({ ...places(), ...carried.places }) && keepLast(carried.last);
    const said = section.querySelector('[role=status]');
    if (kept && said) said.textContent = take.dataset.done ?? '';
    take.hidden = true;
  });
}

function read(hash: string): Carried | undefined {
  try {
    const { places, last } = JSON.parse(decodeURIComponent(hash.replace(/^#place=/, '')));
    const sound = Object.values(places as Places).every(
      ({ id, n, at }) => typeof id + typeof n + typeof at === 'stringnumbernumber',
    );
    // An address of this site alone, whoever has made the link.
    const home = document.body.dataset.base ?? '/';
    const safe = [last.href, last.next?.href].every(
      (href) => !href || (String(href).startsWith(home) && !/^\/\//.test(href)),
    );
    return sound && safe ? { places, last } : undefined;
  } catch {
    return undefined;
  }
}
