/** The search: it asks Pagefind, which comes with the first question, and tells nothing from past the reader’s place unasked. */

import { hitOf } from './hits.ts';
import { type Found, passagesOf } from './passages.ts';
import type { Places } from './places.ts';

interface Chapter extends Found {
  readonly meta: { readonly title: string; readonly n: string; readonly safe?: string };
}

interface Result {
  readonly id: string;
  readonly data: () => Promise<Chapter>;
}

interface Pagefind {
  readonly mergeIndex: (folder: string) => Promise<void>;
  readonly search: (words: string) => Promise<{ readonly results: readonly Result[] }>;
}

/** Chapters that are shown at once. */
const BATCH = 10;

const one = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;
const form = one('#search');
const field = one('#q') as HTMLInputElement;
const { base = '/' } = document.body.dataset;
const slugs = (form.dataset.chapters ?? '').split(' ');

/** As `places.ts` reads them; a module that two pages share would be one more request on every page. */
function places(): Places {
  try {
    return Object(JSON.parse(localStorage[`places:${base}`]));
  } catch {
    return {};
  }
}

const known = places();
/** The last chapter that may be told of, from 1: as far as the reader has come, and the first in any case. */
const reached = Math.max(1, slugs.findLastIndex((slug) => known[slug]) + 1);
const place = reached > 1 ? known[slugs[reached - 1] ?? ''] : undefined;
/** In a chapter that is begun nothing is told past the paragraph that was kept. */
const last = place && !place.read ? place.id : undefined;

/** Pagefind with all its volumes, and the names of its records in the order of the chapters. */
async function open(): Promise<[Pagefind, readonly string[]]> {
  const folder = `${base}pagefind/`;
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  const volumes: readonly (readonly string[])[] = await (await fetch(`${folder}chapters.json`)).json();
  for (let n = 2; n <= volumes.length; n += 1) await pagefind.mergeIndex(`${folder}${n}/`);
  return [pagefind, volumes.flat()];
}

let opened: ReturnType<typeof open> | undefined;
let everything = false;
let asked = 0;

const say = (words: string | undefined, what: string): string => words?.replace('{}', what) ?? '';
const count = (n: number): string => n.toLocaleString(form.lang || document.documentElement.lang);

async function ask(): Promise<void> {
  const words = field.value.trim();
  asked += 1;
  const mine = asked;
  if (words === '') return;
  history.replaceState(null, '', `?${new URLSearchParams({ q: words })}`);
  try {
    opened ??= open();
    const [pagefind, records] = await opened;
    const { results } = await pagefind.search(words);
    const ranked = results.map((result) => ({ ...result, n: records.indexOf(result.id) + 1 }));
    const told = everything ? ranked : ranked.filter(({ n }) => n <= reached);
    // The chapter that the reader is in comes first: how much of it is past their place counts.
    if (last && !everything) told.sort((a, b) => Number(b.n === reached) - Number(a.n === reached));
    let [shown, found, past] = [0, told.length, ranked.length - told.length];
    const more = async (): Promise<void> => {
      const batch = await Promise.all(told.slice(shown, shown + BATCH).map(({ data }) => data()));
      if (mine !== asked) return;
      if (shown === 0) one('.hits').replaceChildren();
      shown += batch.length;
      for (const chapter of batch) {
        const { title, safe = title } = chapter.meta;
        const n = Number(chapter.meta.n);
        const own = passagesOf(chapter, words, n === reached && !everything ? last : undefined);
        if (own.past) past += 1;
        if (own.past && own.passages.length === 0) found -= 1;
        else {
          const href = `${base}chapters/${encodeURIComponent(slugs[n - 1] ?? '')}/`;
          one('.hits').append(hitOf(href, n > reached ? safe : title, own.passages));
        }
      }
      one('.more').hidden = shown >= told.length;
    };
    one('.more button').onclick = more;
    await more();
    if (mine !== asked) return;
    one('.found').textContent = found > 0 ? say(form.dataset.found, count(found)) : say(form.dataset.nothing, words);
    one('.past').hidden = past === 0;
    one('.past span').textContent = say(form.dataset.past, count(past));
  } catch (error) {
    console.error(error);
    opened = undefined;
    one('.found').textContent = form.dataset.failed ?? '';
  }
}

form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
one('.past button').onclick = () => {
  everything = true;
  // The button goes, and with it the focus would.
  one('.found').focus();
  ask();
};
field.value = new URLSearchParams(location.search).get('q') ?? '';
ask();
