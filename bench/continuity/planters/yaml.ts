/** Slips in what the author types as facts: keys, words, references, marks of YAML, directives. */

import type { Reference } from '../../../src/manuscript/fields.ts';
import { type Fault, type Planter, placeOf, write } from '../fault.ts';
import type { Chance } from '../random.ts';
import type { Edit, Text } from '../text.ts';

const kind = 'YAML typos';

/** The frontmatter of a chapter: where it begins and ends in the file. */
function* keysOf(
  text: Text,
): Iterable<{ file: string; start: number; key: string; value: string; valueStart: number }> {
  for (const { file, text: source } of text.gathered.chapters) {
    const inner = /^---\n([\s\S]*?)\n---\n/.exec(source)?.[1];
    if (inner === undefined) continue;
    for (const match of inner.matchAll(/^([A-Za-z]+):[ ]+(\S[^\n]*)$/gm))
      yield {
        file,
        start: 4 + match.index,
        key: match[1] as string,
        value: match[2] as string,
        valueStart: 4 + match.index + match[0].length - (match[2] as string).length,
      };
  }
}

function slipped(word: string, chance: Chance): string {
  const at = 1 + chance.below(Math.max(word.length - 2, 1));
  return chance.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  ]);
}

const planter = (
  way: string,
  rules: readonly string[],
  faults: (text: Text, chance: Chance) => Iterable<Fault>,
): Planter => ({
  kind,
  way,
  nature: 'exact',
  rules,
  *faults(text, chance) {
    yield* chance.shuffle([...faults(text, chance)]);
  },
});

/** The place of an edit is what it writes. */
const at = (edit: Edit): Fault => ({ edits: [edit], at: { file: edit.file, start: edit.start, end: edit.end } });

export const unknownKey = planter('a key misspelt', ['format/unknown-key'], function* (text, chance) {
  for (const { file, start, key } of keysOf(text)) {
    // Shorter ones have no near neighbour that a reader could name for certain.
    if (key.length < 4) continue;
    for (let i = 0; i < 3; i += 1) {
      const wrong = slipped(key, chance);
      if (wrong !== key) yield at({ file, start, end: start + key.length, text: wrong });
    }
  }
});

export const unknownReference = planter(
  'a name misspelt in pov, cast or bible',
  ['format/unknown-reference', 'place/unknown', 'bible/containment-cycle'],
  function* (text, chance) {
    const { references, bible } = text.manuscript;
    for (const { span, value, tables } of references as readonly Reference[]) {
      if (value.length < 4 || span.source.text.slice(span.start, span.end) !== value || value.includes(':')) continue;
      if (tables.some((table) => table === 'chapters' || table === 'timelines')) continue;
      if (bible.named(value, ...(tables as readonly 'characters'[])).length !== 1) continue;
      const wrong = slipped(value, chance);
      if (wrong === value || bible.named(wrong, 'characters', 'ships', 'places', 'events', 'objects').length > 0)
        continue;
      yield at(write(span, wrong));
    }
  },
);

export const unknownRoad = planter(
  'a place misspelt in travel',
  ['format/unknown-reference', 'place/unknown'],
  function* (text, chance) {
    const { bible } = text.manuscript;
    for (const { fields } of bible.places.values()) {
      for (const { key, keySpan } of fields.travel ?? []) {
        const wrong = slipped(key, chance);
        if (wrong !== key && bible.named(wrong, 'places').length === 0) yield at(write(keySpan, wrong));
      }
    }
  },
);

export const unknownPlace = planter('a place misspelt in a setting', ['place/unknown'], function* (text, chance) {
  for (const { setting, chapter } of text.manuscript.scenes) {
    if (!setting?.entry || setting.unknown || setting.span.source !== chapter.source) continue;
    const { source, start, end } = setting.span;
    const written = source.text.slice(start, end);
    const word = /[\p{L}-]{5,}/u.exec(written);
    if (!word) continue;
    const wrong = slipped(word[0], chance);
    if (wrong === word[0]) continue;
    const edit = {
      file: source.file,
      start: start + word.index,
      end: start + word.index + word[0].length,
      text: wrong,
    };
    yield { edits: [edit], at: placeOf(setting.span) };
  }
});

export const badValue = planter(
  'a value that the field does not know, a key twice, an open quote or bracket',
  ['format/bad-value', 'format/duplicate-id'],
  function* (text) {
    for (const { file, start, key, value, valueStart } of keysOf(text)) {
      const end = valueStart + value.length;
      if (/^\[.*\]$/.test(value)) yield { edits: [{ file, start: end - 1, end, text: '' }], at: { file, start, end } };
      if (/^\w[\w.-]*$/.test(value)) {
        yield { edits: [{ file, start: valueStart, end: valueStart, text: '"' }], at: { file, start, end } };
        yield { edits: [{ file, start: end, end, text: `\n${key}: ${value}` }], at: { file, start: end, end } };
      }
      if (key === 'title' || key === 'pov') {
        for (const wrong of [
          'mode: flashbak',
          'mode: dreem',
          'status: redy',
          'duration: 3 dayz',
          'published: 2026-13-01',
          'via: { nobody: tin-can }',
        ])
          yield { edits: [{ file, start: end, end, text: `\n${wrong}` }], at: { file, start: end, end } };
      }
    }
  },
);

export const badDirective = planter(
  'a directive that does not parse, or is none',
  ['format/bad-directive'],
  function* (text, chance) {
    for (const { file, text: source } of text.gathered.chapters) {
      for (const match of source.matchAll(/^(:{2,3})(\w+)(\{[^\n]*\})?$/gm)) {
        const [whole, colons = '', name = '', facts] = match;
        const start = match.index;
        const end = start + whole.length;
        const place = { file, start, end };
        const wrong = slipped(name, chance);
        if (wrong !== name) yield { edits: [{ file, start, end, text: `${colons}${wrong}${facts ?? ''}` }], at: place };
        if (facts) {
          yield { edits: [{ file, start: end - 1, end, text: '' }], at: place };
          if (facts.includes('"')) {
            const quote = start + whole.lastIndexOf('"');
            yield { edits: [{ file, start: quote, end: quote + 1, text: '' }], at: place };
          }
        }
      }
    }
  },
);
