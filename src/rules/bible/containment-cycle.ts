/** A place within a place that lies within it, or within one that the bible lacks. */

import type { Fault, Rule } from '../../lint.ts';
import type { Bible, Entry } from '../../manuscript/bible.ts';
import type { Span } from '../../manuscript/source.ts';
import { listed } from '../saying.ts';
import { instead, suggest } from '../suggesting.ts';

export const containmentCycle: Rule = {
  id: 'bible/containment-cycle',
  severity: 'error',
  *check({ bible }) {
    const told = new Set<Entry>();
    for (const place of bible.places.values()) {
      yield* unknownParent(place, bible);
      const circle = circleFrom(place, bible);
      if (circle.length === 0 || told.has(place)) continue;
      for (const member of circle) told.add(member);
      const [first, ...others] = [...circle].reverse();
      if (first) yield faultOf(first, others.reverse());
    }
  },
};

/** The places that contain one another and this one, from the inside out; none where containment ends. */
function circleFrom(place: Entry, bible: Bible): readonly Entry[] {
  const around = bible.around(place);
  const last = around.at(-1);
  return last && bible.containerOf(last) === place ? around : [];
}

/** `circle`: what lies around the place, from the inside out. */
function faultOf(place: Entry, circle: readonly Entry[]): Fault {
  if (circle.length === 0) {
    return {
      message: `\`${place.id}\` is said to lie within itself; name what contains it, or nothing`,
      span: saidAt(place),
    };
  }
  const chain = [...circle, place].map(({ id }) => `\`${id}\``);
  return {
    message: `\`${place.id}\` lies within ${listed(chain, 'and that within').replaceAll(', ', ', that within ')}; one of them must lie elsewhere`,
    span: saidAt(place),
    related: circle.map((other) => ({ span: saidAt(other), message: `\`${other.id}\` is put there here` })),
  };
}

const insideOf = (place: Entry): { readonly value: string; readonly span: Span } | undefined =>
  (place.fields as { in?: { readonly value: string; readonly span: Span } }).in;

/** Where it is said what contains a place: under `in`, or in its id. */
const saidAt = (place: Entry): Span => insideOf(place)?.span ?? place.span;

function* unknownParent(place: Entry<'places'>, bible: Bible): Iterable<Fault> {
  if (bible.containerOf(place)) return;
  const slash = place.id.lastIndexOf('/');
  const parent = insideOf(place)?.value ?? (slash > 0 ? place.id.slice(0, slash) : undefined);
  if (parent === undefined) return;
  const near = suggest(bible, parent, ['places', 'ships']);
  const isNear = near && near.entry !== place && !near.entry.id.startsWith(`${parent}/`);
  const at = place.span.source.text.indexOf(parent, place.span.start);
  const span = insideOf(place)?.span ?? { ...place.span, start: at, end: at + parent.length };
  // In an id only an id may stand.
  const form = isNear ? (insideOf(place) ? near.form : near.entry.id) : undefined;
  yield {
    message: `\`${place.id}\` lies within \`${parent}\`, and the bible has no place or ship of that name; ${form ? `did you mean \`${form}\`?` : 'add one, or name another'}`,
    span,
    problem: parent,
    ...(isNear && form
      ? { related: [{ span: near.entry.span, message: `\`${form}\` stands here` }], fix: instead(span, form) }
      : {}),
  };
}
