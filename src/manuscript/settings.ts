/** Where a scene plays: what an author wrote under `setting`, found among the places and ships of the bible. */

import type { Bible, Entry } from './bible.ts';
import type { Reference } from './fields.ts';
import type { Setting } from './model.ts';

type Where = Entry<'places' | 'ships'>;

/**
 * Tried whole, as id, name and alias, and then split at its first comma. A name that several places bear, such as
 * `bridge`, means the one that lies where the scene before played.
 */
export function readSetting(written: Reference, bible: Bible, before: Setting | undefined): Setting {
  const text = written.value;
  const setting = { text, span: written.span };
  const whole = bible.named(text, 'places', 'ships');
  if (whole.length > 0) {
    const entry = whole.length === 1 ? whole[0] : nearby(whole, bible, before);
    return entry ? { ...setting, entry } : setting;
  }
  const comma = text.indexOf(',');
  if (comma < 0) return { ...setting, unknown: text };
  const [outerText, innerText] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
  const outers = bible.named(outerText, 'places', 'ships');
  const outer = outers.length > 1 ? (nearby(outers, bible, before) ?? outers[0]) : outers[0];
  if (!outer) return { ...setting, unknown: text };
  const inners = bible.named(innerText, 'places');
  const within = inners.find((inner) => bible.around(inner).includes(outer));
  if (within) return { ...setting, entry: within };
  const elsewhere = inners.find((inner) => bible.containerOf(inner) !== undefined);
  if (inners.length > 0 && !elsewhere) return { ...setting, entry: inners[0] as Where };
  return { ...setting, entry: outer, unknown: innerText, ...(elsewhere ? { elsewhere } : {}) };
}

function nearby(candidates: readonly Where[], bible: Bible, before: Setting | undefined): Where | undefined {
  if (!before?.entry) return undefined;
  const here = bible.around(before.entry);
  const outermost = here.at(-1);
  return candidates.find((place) => outermost && bible.around(place).includes(outermost));
}

/** The outermost place or ship that a setting lies in; undefined where the bible does not say. */
export function outermost(setting: Setting, bible: Bible): Entry | undefined {
  return setting.entry ? bible.around(setting.entry).at(-1) : undefined;
}

/** Whether one of two entries contains the other, or they are the same. */
export function contains(bible: Bible, outer: Entry, inner: Entry): boolean {
  return bible.around(inner).some((entry) => entry.id === outer.id);
}
