/** What the other pages know of a reader’s place: Continue, marks in the contents, and a link that takes it elsewhere. */

import type { Place } from './place.ts';
import { LAST, type Last, last, PLACES, type Places, places } from './places.ts';
import { base, find, findAll, keep, kept, parsed } from './store.ts';

/** The first button of the story page leads to where its reader left off. */
export function openStory(button: HTMLAnchorElement): void {
  const from = last() as Last;
  const place = places()[from.slug];
  if (!place) return;
  const to = (place.read && from.next) || from;
  button.href = `${base}chapters/${encodeURIComponent(to.slug)}/${to === from ? `#${place.id}` : ''}`;
  button.textContent = `${button.dataset.again}${to.label}`;
  button.title = to.label;
}

/** A visit, and what the one before it knew. */
interface Visit {
  /** When it was last seen to go on, and when the one before ended. */
  readonly at?: number;
  readonly before?: number;
  /** How many chapters the contents had, now and in the visit before. */
  readonly chapters?: number;
  readonly had?: number;
}

/** With so long between two pages a visit is another one: an hour, in milliseconds. */
const APART = 3.6e6;

/** Chapters that are read or begun, those whose words have changed since, and those that were not there at the last visit. */
export function openContents(_: HTMLElement, items: readonly HTMLElement[]): void {
  const known = places();
  const visit = `visit:${base}`;
  const now = Date.now();
  let { at, before, chapters, had } = kept<Visit>(visit);
  if (now - Number(at) > APART) [before, had] = [at, chapters];
  items.forEach((item, i) => {
    const { slug = '', text, day } = item.dataset;
    const place = known[slug];
    const tell = (what: string, look = 'news'): void => {
      const words = document.createElement('span');
      words.className = look;
      words.textContent = ` (${item.parentElement?.dataset[what]})`;
      find('a', item).append(words);
    };
    if (place) {
      // A title that gave something away does so no more.
      for (const fold of findAll<HTMLDetailsElement>('.spoiler', item)) fold.open = true;
      item.dataset.seen = place.read ? 'read' : 'begun';
      tell(item.dataset.seen, 'unseen');
      if (place.text && text && place.text !== text) tell('changed');
    } else if (before && (i >= Number(had) || Number(day) > before)) tell('new');
  });
  keep(visit, { at: now, before, chapters: items.length, had });
}

interface Carried {
  readonly places: Places;
  readonly last: Partial<Last>;
}

/** `/about/#place=…` carries everything to another device. It is read in the page, and sent to nobody. */
export function openMove(section: HTMLElement): void {
  const field = find<HTMLInputElement>('input', section);
  const take = find<HTMLButtonElement>('button', section);
  const url = new URL(location.href);
  const carried = parsed<Carried>(() => decodeURIComponent(url.hash.slice(7)));
  url.hash = `place=${encodeURIComponent(JSON.stringify({ places: places(), last: last() }))}`;
  field.value = url.href;
  field.onfocus = () => field.select();
  section.hidden = false;
  if (!carried.places) return;
  take.hidden = false;
  section.scrollIntoView();
  take.onclick = () => {
    const own = places();
    for (const slug in carried.places) {
      const place = carried.places[slug] as Place;
      // What this device knows better, it keeps; and what is read stays read.
      const mine = own[slug] ?? place;
      const ahead = mine.n + mine.at < place.n + place.at ? place : mine;
      own[slug] = { ...ahead, read: mine.read ?? place.read } as Place;
    }
    if (!(Number(last().n) > Number(carried.last?.n))) keep(LAST, { ...carried.last });
    if (keep(PLACES, own)) find('[role=status]', section).textContent = take.dataset.done as string;
    take.hidden = true;
  };
}
