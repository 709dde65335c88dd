/** What the other pages know of a reader’s place: Continue, marks in the contents, and a link that takes it elsewhere. */

import { further, keepLast, keepPlaces, keepVisit, type Last, last, type Places, places, visit } from './places.ts';

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

/** With so long between two pages a visit is another one: an hour, in milliseconds. */
const APART = 3.6e6;

/** Chapters that are read or begun, those whose words have changed since, and those that were not there at the last visit. */
export function openContents(): void {
  const items = document.querySelectorAll<HTMLElement>('.chapters > li');
  const known = places();
  let { at = 0, before, chapters, had } = visit();
  if (Date.now() - at > APART) [before, had] = [at, chapters];
  at = Date.now();
  items.forEach((item, i) => {
    const { slug = '', text, day = 0 } = item.dataset;
    const place = known[slug];
    const tell = (what: string, look: string): void => {
      const words = document.createElement('span');
      words.className = look;
      words.textContent = ` (${item.parentElement?.dataset[what]})`;
      item.querySelector('a')?.append(words);
    };
    if (place) {
      item.dataset.seen = place.read ? 'read' : 'begun';
      tell(item.dataset.seen, 'unseen');
      if (place.text && text && place.text !== text) tell('changed', 'news');
    } else if (before && (i >= (had ?? Infinity) || Number(day) > before)) tell('new', 'news');
  });
  keepVisit({ at, before, chapters: items.length || chapters, had });
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
    // What this device knows better, it keeps.
    const own = places();
    for (const [slug, place] of Object.entries(carried.places)) own[slug] = further(own[slug], place);
    const kept = keepPlaces(own) && ((carried.last.n ?? 0) < (last().n ?? 0) || keepLast(carried.last));
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
