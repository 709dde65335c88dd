/** Ranks, appearances and registries that the bible contradicts. */

import type { Entry } from '../../../src/manuscript/bible.ts';
import { type Fault, insert, type Planter, placeOf, write } from '../fault.ts';
import { asWritten, calledOf, deeds, escaped, namesPattern, paragraphsOf, usualName } from '../prose.ts';
import type { Text } from '../text.ts';

type Person = Entry<'characters'>;
const people = (text: Text): readonly Person[] => [...text.manuscript.bible.characters.values()];

/** Nobody is a captain and an admiral, or a baron and a king; a baron may be a captain. */
const orders = [
  ['Ensign', 'Lieutenant', 'Commander', 'Captain', 'Commodore', 'Admiral', 'General', 'Gul', 'Glinn', 'Legate'],
  ['Sir', 'Baron', 'Count', 'Duke', 'Prince', 'King', 'Lord'],
  ['Baroness', 'Countess', 'Duchess', 'Princess', 'Queen', 'Lady'],
];

export const rankSwapped: Planter = {
  kind: 'rank swapped',
  way: 'another rank before the name',
  nature: 'prose',
  rules: ['fact/wrong-rank'],
  *faults(text, chance) {
    const found: Fault[] = [];
    for (const person of people(text)) {
      const lines = (person.fields.rank ?? []).flatMap(({ is }) => (is ? [is] : []));
      if (lines.length === 0) continue;
      for (const name of calledOf(person)) {
        // The rank of a surname that two have may be the other's.
        const isShared = people(text).some(
          (other) => other !== person && other.names.some(({ value }) => value.split(' ').includes(name)),
        );
        if (isShared) continue;
        const form = new RegExp(
          `\\b(?<rank>${lines.map(({ value }) => escaped(value)).join('|')}) ${escaped(name)}\\b`,
          'dg',
        );
        for (const { scene, narration, place } of paragraphsOf(text)) {
          if (scene.mode !== 'linear') continue;
          for (const match of narration.matchAll(form)) {
            if (/(?:former|late|then|acting|old)\s*$/i.test(narration.slice(0, match.index))) continue;
            const [start, end] = match.indices?.groups?.rank ?? [0, 0];
            const order = orders.find((ranks) => ranks.includes(match.groups?.rank ?? '')) ?? [];
            const wrong = order.filter(
              (rank) =>
                !lines.some(({ value }) => value.includes(rank) || rank.includes(value)) &&
                !/^(?:Lord|Lady)$/.test(rank),
            );
            if (wrong.length === 0) continue;
            const span = place(start, end);
            const whole = place(start, start + match[0].length);
            found.push({
              edits: [write(span, chance.pick(wrong))],
              at: placeOf(whole),
              others: lines.map(({ span }) => placeOf(span)),
            });
          }
        }
      }
    }
    yield* chance.shuffle(found);
  },
};

/** Words for nearly the same colour: no fault that anybody would see. */
const near: Readonly<Record<string, readonly string[]>> = {
  auburn: ['red', 'brown'],
  'red-brown': ['auburn'],
  reddish: ['red', 'auburn'],
  brown: ['hazel', 'black', 'auburn'],
  black: ['brown'],
};
const colours = ['brown', 'green', 'blue', 'gray', 'black', 'hazel'];
/** Whether nobody would see a contradiction between two colours. */
const isNearly = (value: string, colour: string): boolean =>
  value.toLowerCase().replace('grey', 'gray').includes(colour) || (near[value.toLowerCase()] ?? []).includes(colour);
const hairs = ['red', 'black', 'white', 'blond', 'brown', 'auburn'];

export const appearanceFlipped: Planter = {
  kind: 'appearance flipped',
  way: 'eyes or hair of another colour, in a sentence after one that names them',
  nature: 'prose',
  rules: ['fact/wrong-appearance'],
  *faults(text, chance) {
    const found: Fault[] = [];
    for (const person of people(text)) {
      const name = usualName(text, person);
      if (name === undefined || !(person.fields.eyes ?? person.fields.hair)) continue;
      const written = asWritten(text, name);
      const own = asWritten(text, `${name}${name.endsWith('s') ? "'" : "'s"}`);
      const { pattern } = namesPattern([person]);
      const form = new RegExp(`(?:^|[.!?] )${pattern} (?:${deeds})\\b[^.!?"“”]*\\.(?= |$)`, 'g');
      for (const { scene, narration, place } of paragraphsOf(text)) {
        if (scene.mode !== 'linear') continue;
        for (const match of narration.matchAll(form)) {
          const at = place(match.index + match[0].length, match.index + match[0].length).start;
          for (const [part, all] of [
            ['eyes', colours],
            ['hair', hairs],
          ] as const) {
            const lines = (person.fields[part] ?? []).flatMap(({ is }) => (is ? [is] : []));
            if (lines.length === 0) continue;
            const wrong = all.filter((c) => !lines.some(({ value }) => isNearly(value, c)));
            const colour = chance.pick(wrong);
            const sentence = chance.pick(
              part === 'eyes'
                ? [
                    `${own} ${colour} eyes narrowed.`,
                    `${own} eyes were ${colour}.`,
                    `The ${colour}-eyed ${written} said nothing to this.`,
                  ]
                : [`${own} ${colour} hair was in disorder.`, `${own} hair was ${colour}.`],
            );
            const { file } = scene.chapter.source;
            found.push({
              edits: [insert(file, at, ` ${sentence}`)],
              at: { file, start: at, end: at },
              others: lines.map(({ span }) => placeOf(span)),
            });
          }
        }
      }
    }
    yield* chance.shuffle(found);
  },
};

export const registryFlipped: Planter = {
  kind: 'registry flipped',
  way: 'a wrong number or class beside the ship',
  nature: 'prose',
  rules: ['fact/wrong-registry'],
  *faults(text, chance) {
    const found: Fault[] = [];
    for (const ship of text.manuscript.bible.ships.values()) {
      const registry = ship.fields.registry?.[0]?.is;
      const make = ship.fields.class?.[0]?.is;
      for (const name of calledOf(ship)) {
        const form = new RegExp(`\\b[Tt]he ${escaped(name)}\\b(?!['’ʼ-])`, 'g');
        for (const { text: prose, speeches, place, scene } of paragraphsOf(text)) {
          for (const match of prose.matchAll(form)) {
            if (speeches.some(({ start, end }) => match.index >= start && match.index < end)) continue;
            const { file, text: source } = scene.chapter.source;
            const start = place(match.index + 4, match.index + 4).start;
            let end = place(match.index + 4, match.index + match[0].length).end;
            // Behind the mark that ends the italics, or the bracket of a directive.
            if (/[*_\]]/.test(source[end] ?? '')) end += 1;
            const front = /(?::ship\[|[*_])$/.exec(source.slice(0, start))?.[0].length ?? 0;
            if (registry) {
              const digit = registry.value.search(/\d(?=\D*$)/);
              const wrong =
                registry.value.slice(0, digit) +
                ((Number(registry.value[digit]) + 1 + chance.below(8)) % 10) +
                registry.value.slice(digit + 1);
              found.push({
                edits: [insert(file, end, `, ${wrong},`)],
                at: { file, start: start - front, end },
                others: [placeOf(registry.span)],
              });
            }
            if (make) {
              const wrong = chance.pick(
                ['Excelsior', 'Constellation', 'Nebula', 'Oberth'].filter((c) => c !== make.value),
              );
              found.push({
                edits: [insert(file, start - front, `${wrong}-class `)],
                at: { file, start: start - front, end },
                others: [placeOf(make.span)],
              });
            }
          }
        }
      }
    }
    yield* chance.shuffle(found);
  },
};
