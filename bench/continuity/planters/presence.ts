/** People in two places, on roads that they could not travel, and aboard ships that are gone. */

import type { Entry } from '../../../src/manuscript/bible.ts';
import { daysBetween, isMoment, isPoint } from '../../../src/manuscript/calendar.ts';
import { surelyPast } from '../../../src/manuscript/facts.ts';
import type { Scene } from '../../../src/manuscript/model.ts';
import { shipOf } from '../../../src/manuscript/places.ts';
import { areApart, isPlayed, presentIn } from '../../../src/manuscript/presence.ts';
import { type DatedScene, isDated, playedAt } from '../../../src/manuscript/storytime.ts';
import { toleranceFor } from '../../../src/manuscript/tolerance.ts';
import { shortestJourney } from '../../../src/manuscript/travel.ts';
import { type Fault, insert, type Planter, placeOf, write } from '../fault.ts';
import { asWritten, calledOf, escaped, paragraphsOf, proseOf, usualName } from '../prose.ts';
import type { Text } from '../text.ts';
import { ordered, timeLike } from './dates.ts';

const shared = (text: Text, a: Scene, b: Scene): boolean => {
  const { bible } = text.manuscript;
  const there = new Set(presentIn(a, bible).map(({ who }) => who.id));
  return presentIn(b, bible).some(({ who }) => there.has(who.id));
};

/** Scenes whose date and place stand in their own chapter, so that they can be written over. */
const own = (scene: Scene): scene is DatedScene =>
  isDated(scene) && scene.time.span.source === scene.chapter.source && isPlayed(scene);

export const presenceDoubled: Planter = {
  kind: 'presence doubled',
  way: 'a scene elsewhere gets the date of another',
  nature: 'exact',
  rules: ['presence/two-places-at-once'],
  *faults(text, chance) {
    const { scenes, bible } = text.manuscript;
    const dated = scenes.filter(own).filter(({ time, setting }) => isPoint(time.value) && setting?.entry);
    const pairs = dated.flatMap((a, i) =>
      dated.slice(i + 1, i + 12).flatMap((b) => {
        const fits =
          a.timeline === b.timeline &&
          a.time.value.earliest !== b.time.value.earliest &&
          areApart(bible, a, b) &&
          shared(text, a, b);
        // Of several scenes at one time, the first may be named as well.
        return fits && dated.filter((c) => c.time.value.earliest === a.time.value.earliest).length === 1
          ? [[a, b] as const]
          : [];
      }),
    );
    for (const [a, b] of chance.shuffle(pairs)) {
      yield {
        edits: [write(b.time.span, a.time.value.text)],
        at: placeOf(b.time.span),
        others: [placeOf(a.time.span)],
      };
    }
  },
};

export const presenceMoved: Planter = {
  kind: 'presence doubled',
  way: 'of two scenes at one time, one is set elsewhere',
  nature: 'exact',
  rules: ['presence/two-places-at-once'],
  *faults(text, chance) {
    const { scenes, bible } = text.manuscript;
    const dated = scenes.filter(own).filter(({ time }) => isPoint(time.value));
    const places = [...bible.places.values()].filter(
      (place) => !shipOf(bible, place) && bible.around(place).length === 1,
    );
    const found: Fault[] = [];
    for (const [i, a] of dated.entries()) {
      const b = dated.slice(i + 1).find(({ time }) => time.value.earliest === a.time.value.earliest);
      if (!b?.setting || b.setting.span.source !== b.chapter.source || !a.setting?.entry || !shared(text, a, b))
        continue;
      const home = bible.around(a.setting.entry).at(-1);
      for (const place of places) {
        if (place === home) continue;
        found.push({
          edits: [write(b.setting.span, quotedLike(b.setting.span.source.text, b.setting.span.start, place.id))],
          at: placeOf(b.time.span),
          others: [placeOf(a.time.span)],
        });
      }
    }
    yield* chance.shuffle(found);
  },
};

/** A value in the kind of quotes that its place asks for: spans of YAML may hold the quotes themselves. */
function quotedLike(source: string, start: number, value: string): string {
  const mark = source[start];
  return mark === '"' || mark === "'" ? `${mark}${value}${mark}` : value;
}

export const journeyShortened: Planter = {
  kind: 'a journey shortened',
  way: 'the arrival, and what lies between, moved towards the departure',
  nature: 'exact',
  rules: ['presence/travel-too-fast'],
  *faults(text, chance) {
    const { manuscript } = text;
    const { bible, calendar } = manuscript;
    const unit = calendar.daysPerUnit;
    if (unit === undefined) return;
    const found: Fault[] = [];
    for (const scenes of ordered(text)) {
      const stays = scenes.filter((scene) => own(scene) && scene.setting?.entry && !shipOf(bible, scene.setting.entry));
      for (const [i, b] of stays.entries()) {
        // The last before it who shares somebody, all others on the way left out.
        const a = stays.slice(0, i).findLast((scene) => shared(text, scene, b));
        if (!a?.setting?.entry || !b.setting?.entry) continue;
        const journey = shortestJourney(bible, a.setting.entry, b.setting.entry);
        const between = daysBetween(calendar, a.time.value, b.time.value);
        if (!journey || journey.days < 0.3 || !between) continue;
        const needed = journey.days - toleranceFor(manuscript, journey.days);
        // What lies between the two moves along, in its order.
        const passed = scenes.slice(scenes.indexOf(a) + 1, scenes.indexOf(b));
        if (!passed.every(own)) continue;
        for (const part of [0.15, 0.35, 0.55, 0.7, 0.85]) {
          const start = a.time.value.latest;
          const shorter = (needed * part) / unit / (b.time.value.earliest - start);
          const edits = [...passed, b].flatMap(({ time }) => {
            const units = start + Math.max(time.value.earliest - start, 0) * shorter;
            const put = timeLike(calendar, units, time.value.text);
            return put === undefined ? [] : [write(time.span, put)];
          });
          const read = calendar.read(edits.at(-1)?.text ?? '');
          if (edits.length !== passed.length + 1 || !isMoment(read)) continue;
          const left = daysBetween(calendar, a.time.value, read);
          if (!left || left.most >= needed || left.most <= 0) continue;
          found.push({ edits, at: placeOf(b.time.span), others: [placeOf(a.time.span)] });
        }
      }
    }
    yield* chance.shuffle(found);
  },
};

const lostShips = (text: Text, scene: Scene): readonly Entry<'ships'>[] => {
  const { bible, timelines } = text.manuscript;
  const played = playedAt(text.manuscript, scene);
  if (!played) return [];
  return [...bible.ships.values()].filter(({ fields: { lost, timeline } }) =>
    surelyPast(lost, played, { timelines, timeline: scene.timeline, own: timeline }),
  );
};

const lossOf = ({ fields }: Entry<'ships'>) => (fields.lost ?? []).flatMap(({ at }) => (at ? [placeOf(at.span)] : []));

export const shipRevivedAsSetting: Planter = {
  kind: 'ship revived',
  way: 'a scene set aboard a ship that is lost',
  nature: 'exact',
  rules: ['presence/ship-gone'],
  *faults(text, chance) {
    const found: Fault[] = [];
    for (const scene of text.manuscript.scenes.filter(isPlayed)) {
      const { setting } = scene;
      if (!setting || setting.span.source !== scene.chapter.source) continue;
      for (const ship of lostShips(text, scene)) {
        found.push({
          edits: [write(setting.span, quotedLike(setting.span.source.text, setting.span.start, ship.id))],
          at: placeOf(setting.span),
          others: lossOf(ship),
        });
      }
    }
    yield* chance.shuffle(found);
  },
};

const sails =
  'turned|came|went|swung|rose|fired|moved|settled|lifted|drifted|closed|opened|held|rolled|emerged|took|answered|slid|dropped|carried|ran|stopped|left|made|set|started|landed|launched|hailed';

const manoeuvres = [
  'turned to follow them',
  'came about and closed in',
  'fired again',
  'swung slowly into view',
  'hailed them at once',
  'began to turn, and ran before them',
  'slid out of the dark and took up her old place',
  'answered with all her guns',
  'dropped back to cover the others',
  'was closing fast',
];

export const shipRevivedInProse: Planter = {
  kind: 'ship revived',
  way: 'a lost ship does something in the prose',
  nature: 'prose',
  rules: ['presence/ship-gone'],
  *faults(text, chance) {
    const ships = [...text.manuscript.bible.ships.values()];
    const found: Fault[] = [];
    for (const { scene, text: prose, narration, place } of paragraphsOf(text)) {
      const lost = lostShips(text, scene);
      if (lost.length === 0) continue;
      const names = ships.filter((ship) => !lost.includes(ship)).flatMap(calledOf);
      const ship = ['ship', 'vessel', 'schooner', 'pinnace', 'cutter', ...names].map(escaped).join('|');
      for (const match of prose.matchAll(
        new RegExp(`(?:^|[.!?]\\s+|, and |; )[Tt]he (${ship}) (?:${sails})\\b`, 'g'),
      )) {
        const name = match[1] as string;
        const at = match.index + match[0].lastIndexOf(name);
        // Ships are in italics, so the sentence and not the name must be narration.
        if (!/\p{L}/u.test(narration.slice(at + name.length, at + name.length + 4))) continue;
        const span = place(at, at + name.length);
        const revived = chance.pick(lost);
        const put = asWritten(text, usualName(text, revived) ?? revived.name);
        found.push({ edits: [write(span, put)], at: placeOf(span), others: lossOf(revived) });
      }
      // Behind a sentence that tells what is seen out there.
      for (const match of narration.matchAll(
        /\b(?:ships?|viewscreen|hull|orbit|deck|harbou?r|sea|stars)\b[^.!?"“”]*\.(?= |$)/g,
      )) {
        const at = place(match.index, match.index + match[0].length).end;
        const revived = chance.pick(lost);
        const name = asWritten(text, usualName(text, revived) ?? revived.name);
        const sentence = ` The ${proseOf(text).includes(`*${name}*`) ? `*${name}*` : name} ${chance.pick(manoeuvres)}.`;
        const { file } = scene.chapter.source;
        found.push({
          edits: [insert(file, at, sentence)],
          at: { file, start: at, end: at },
          others: lossOf(revived),
        });
      }
    }
    yield* chance.shuffle(found);
  },
};
