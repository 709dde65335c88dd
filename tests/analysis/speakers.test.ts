import { describe, expect, test } from 'vitest';
import { speechesIn } from '../../src/analysis/dialogue.ts';
import { isDone, readScene } from '../../src/analysis/scenes.ts';
import type { Scene } from '../../src/manuscript/model.ts';
import { passagesOf } from '../../src/manuscript/passages.ts';
import { manuscriptOf } from '../stock.ts';

const bible = `characters:
  mira: { name: Mira Okoro, aliases: [Mira, Okoro, the captain], pronouns: she }
  tam: { name: Tam Ruiz, aliases: [Tam], pronouns: he }
  tlar: { name: T'lar, pronouns: she }
ships:
  heron: { name: Heron, prefix: USS }
`;

const read = (text: string, story = 'language: en\ndialect: { dialogue: double }\n') => {
  const manuscript = manuscriptOf({ 'story.yaml': story, 'bible.yaml': bible, 'a.md': text });
  return readScene(manuscript, manuscript.scenes[0] as Scene);
};

describe('who says it, and how that is known', () => {
  test.each([
    ['"Go," said Mira.', ['mira tag']],
    ['"Go," Mira said. "Now."', ['mira tag', 'mira same']],
    ['“Go!” cried Captain Okoro.', ['mira tag']],
    ['"Go," said the captain quietly.', ['mira tag']],
    ['Mira said, "Go."', ['mira tag']],
    ['Tam turned around and said, "Go."', ['tam tag']],
    ['“Go,” said T’lar.', ['tlar tag']],
    ['"Go," came T\'lar\'s voice.', ['tlar tag']],
    ['Tam laughed. "Go."', ['tam beat']],
    ['"Go." Mira said nothing more.', ['mira beat']],
    ['Tam looked up.\n\n"Go," he said.', ['tam beat']],
    ['The lamp was lit, and Tam beside it. It hissed.\n\n"Go," he said.', ['tam pronoun']],
    ['Mira looked at T\'lar in surprise. "Why?" she asked.', ['mira beat']],
    ['Mira asked her what it was.\n\n"Go," she said.', ['mira pronoun']],
    ['Mira looked at T\'lar.\n\n"Why?" she asked.', ['? ?']],
    ['T\'lar was there. Mira nodded, and the elder saluted.\n\n"Go," she said.', ['? ?']],
    ['"T\'lar," she said. Mira was there.', ['? ?']],
    ['"Go," said Mira.\n\n"Why?" T\'lar asked.\n\n"Because," she said.', ['mira tag', 'tlar tag', 'mira pronoun']],
    ['"Go," broke in Mira.', ['mira tag']],
    ['"And then," Mira went on, "go."', ['mira tag', 'mira same']],
    ['"Go!" Tam, still thinking of Mira, was shouting.', ['tam tag']],
    ['"Why?" It was Mira\'s voice.', ['mira tag']],
    ['Tam, who was at the wheel, turned. "Why?"', ['tam beat']],
    ['Mira and T\'lar looked up.\n\n"Go," she said.', ['? ?']],
    [
      '"Go," said Mira.\n\n"Why?"\n\n"Because."\n\n"No," said Tam.',
      ['mira tag', 'tam alternation', 'mira alternation', 'tam tag'],
    ],
    ['"Go," said Mira. "Go on,\n\n"and do not stop."', ['mira tag', 'mira same', 'mira same']],
    ['"Go," said Peter Okoro.', ['? ?']],
    ['"Go," said somebody. Mira and Tam laughed.', ['? ?']],
  ])('%s', (text, expected) => {
    expect(read(text).said.map(({ speaker, how }) => `${speaker?.id ?? '?'} ${how ?? '?'}`)).toEqual(expected);
  });
});

describe('who does something, as a fact', () => {
  test.each([
    ['Mira laughed.', ['mira laughed']],
    ['Then Mira slowly turned.', ['mira turned']],
    ['Mira and Tam walked on.', ['mira walked', 'tam walked']],
    ['When the bell rang, Mira was laughing.', ['mira laughing']],
    ['The USS Heron fired.', ['heron fired']],
    ['Mira, still laughing, opened the door.', ['mira opened']],
    ['Mira was there. Mira seemed well. Mira lay still.', []],
    ['Mira had gone. Mira would go. Mira never went.', []],
    ['He said that Mira laughed. If Mira laughed, he went.', []],
    ['The chair Mira built stood there. The one who killed Mira laughed.', []],
    ['She dreamed, and Mira laughed.', []],
    ['Mira had come in May. Mira laughed at him then.', []],
    ['*Mira laughed and went away,* he thought.', []],
    ['"Mira laughed," said somebody.', []],
    ['Did Mira laugh? Mira laughed?', []],
    ["Mira's ship fired. The wreck of the Heron turned.", []],
    ['Mira Sanchez laughed. Old Peter Okoro laughed.', []],
  ])('%s', (text, expected) => {
    const done = read(text).paragraphs.flatMap(({ deeds }) => deeds.filter(isDone));
    expect(done.filter(({ name }) => name.sure).map(({ name, verb }) => `${name.ids[0]} ${verb.text}`)).toEqual(
      expected,
    );
  });
});

describe('what is spoken', () => {
  test.each([
    ['double', 'He said, “No—” and paused. “Not ‘now’.” Then “more', ['“No—”', '“Not ‘now’.”', '“more']],
    ['double', '"Well," she said, "it\'s the boys\' turn."', ['"Well,"', '"it\'s the boys\' turn."']],
    ['single', '‘It’s the boys’ turn,’ she said. ‘Take ’em.’', ['‘It’s the boys’ turn,’', '‘Take ’em.’']],
    ['single', "'It's the dogs' turn,' she said, and took 'em. 'So.'", ["'It's the dogs' turn,'", "'So.'"]],
    ['single', '‘I was goin’ home’ was what he said.', ['‘I was goin’ home’']],
  ] as const)('%s: %s', (dialogue, text, expected) => {
    const manuscript = manuscriptOf({ 'a.md': text });
    const [passage] = passagesOf(manuscript.scenes[0] as Scene);
    if (!passage) throw new Error('a paragraph is missing');
    expect(speechesIn(passage, dialogue).map(({ start, end }) => passage.text.slice(start, end))).toEqual(expected);
  });
});
