/** What stands at a chapter's head beside its title: when it opens, through whose eyes, and where. */

import type { ElementContent } from 'hast';
import { isOf, meant } from '../manuscript/bible.ts';
import type { Chapter, Manuscript, Setting } from '../manuscript/model.ts';
import { plainMarks } from '../manuscript/typography/index.ts';
import type { Words } from './words.ts';

export interface ChapterFacts {
  /** `Stardate 43997.5`, `8 October 1934`. */
  readonly time?: string;
  /** The name of the one whose eyes it is. */
  readonly pov?: string;
  /** The place, from the inside out, with the names of ships as such. */
  readonly setting?: readonly ElementContent[];
}

/** The facts of a chapter's opening that the story wants shown; all that are known where it does not say. */
export function factsOf(chapter: Chapter, manuscript: Manuscript, words: Words): ChapterFacts {
  const { bible, story } = manuscript;
  const shown = story.fields.showFacts?.map(({ value }) => value) ?? ['stardate', 'pov', 'setting'];
  const [opening] = chapter.scenes;
  const time = shown.some((fact) => fact === 'stardate' || fact === 'date') ? opening?.time?.value.text : undefined;
  const pov = shown.includes('pov') ? opening?.pov : undefined;
  const setting = shown.includes('setting') ? opening?.setting : undefined;
  const plain = (text: string): string => plainMarks(text, story.language);
  return {
    ...(time ? { time: shownTime(time, manuscript, words) } : {}),
    ...(pov ? { pov: plain(meant(bible, pov, 'characters')?.name ?? pov.value) } : {}),
    ...(setting ? { setting: placeOf(setting, manuscript) } : {}),
  };
}

/** `Stardate 43997.5`, 8 October 1934; a year, and a date of a calendar of the story's own, as the author writes it. */
export function shownTime(time: string, { calendar, story }: Manuscript, words: Words): string {
  const day = calendar.name === 'date' ? dayIn(words, time) : time;
  if (day !== time) return day;
  if (calendar.noun === 'stardate' && !/^\d{4}$/.test(time)) return words.stardate(time);
  return plainMarks(time, story.language);
}

/** A time where nothing need say what it is: `43997.5`, 8 October 1934. */
export const timeAlone = (time: string, { calendar }: Manuscript, words: Words): string =>
  calendar.name === 'date' ? dayIn(words, time) : time;

/** `2026-09-01` as it is said, its hour behind it if it has one; a month or a year alone stays as it is. */
export function dayIn(words: Words, text: string): string {
  const [, year, month, day, hour] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)\S*)?$/.exec(text) ?? [];
  if (!year || !month || !day) return text;
  return [words.day(Number(year), Number(month), Number(day)), ...(hour ? [hour] : [])].join(', ');
}

/** `saratoga/cargo-bay-two` → Cargo bay two, USS *Saratoga*. What the bible does not know whole stays as written. */
function placeOf({ entry, unknown, text }: Setting, { bible, story }: Manuscript): ElementContent[] {
  if (!entry || unknown !== undefined) return [{ type: 'text', value: plainMarks(text, story.language) }];
  const container = bible.containerOf(entry);
  const places = container ? [entry, container] : [entry];
  return places.flatMap((place, index): ElementContent[] => {
    const name = plainMarks(place.name, story.language);
    const before = index > 0 ? ', ' : '';
    if (!isOf(place, 'ships')) return [{ type: 'text', value: before + (index > 0 ? name : capitalised(name)) }];
    const prefix = bible.ships.get(place.id)?.fields.prefix?.value;
    return [
      { type: 'text', value: before + (prefix ? `${plainMarks(prefix, story.language)}\u00a0` : '') },
      { type: 'element', tagName: 'i', properties: { className: ['ship'] }, children: [{ type: 'text', value: name }] },
    ];
  });
}

const capitalised = (name: string): string => {
  const [first = ''] = name;
  return first.toUpperCase() + name.slice(first.length);
};
