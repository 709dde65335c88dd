/** `padd stats` and `padd timeline`: what they count, and how they say it. */

import { expect, test } from 'vitest';
import { chronicleOf } from '../../src/analysis/chronicle.ts';
import { figuresOf } from '../../src/analysis/figures.ts';
import { statsCsv, statsJson, statsReport } from '../../src/reports/stats.ts';
import { bar, columnsOf, csv, terminalTable } from '../../src/reports/table.ts';
import { inOrder, timelineCsv, timelineJson, timelineReport } from '../../src/reports/timeline.ts';
import { folderWith, padd } from '../cli/run.ts';
import { manuscriptOf, stockWith } from '../stock.ts';

const plain = (text: string): string => text;
const paint = { error: plain, warning: plain, info: plain, strong: plain, faint: plain };
const look = { paint, width: 100 };

const story = stockWith({
  '01-harbour.md': [
    '---\ntitle: Harbour\nstardate: 43100.0\npov: mira\nsetting: harbour/office\n---\n',
    '“The oil is late,” said Mira. “Two days.”\n',
    'Tam laughed. Sorel had once measured it.\n',
    '::scene{stardate=43010.0 mode=flashback pov=tam setting=beacon}\n',
    'Tam climbed. “Here,” said Sorel.\n',
  ].join('\n'),
  '02-the-crossing.md': '---\ntitle: The Crossing\npov: mira\n---\n\nMira waited for him.\n',
});

test('figures count words, speech, points of view, and who speaks, acts and is named', () => {
  const figures = figuresOf(story);
  expect(figures.chapters.map(({ words, spoken, scenes }) => [words, spoken, scenes])).toEqual([
    [20, 7, 2],
    [4, 0, 1],
  ]);
  expect(figures.povs).toEqual([
    { who: 'Mira Okoro', words: 19, scenes: 2, chapters: 2 },
    { who: 'Tam Ruiz', words: 5, scenes: 1, chapters: 1 },
  ]);
  expect(figures.people.map(({ who, speaks, acts, named }) => [who.id, speaks, acts, named])).toEqual([
    ['mira', 2, 1, 2],
    ['sorel', 1, 1, 2],
    ['tam', 0, 2, 2],
  ]);
  expect(figures.scenes[0]?.people.get('mira')).toEqual({ speaks: 2, acts: 0, named: 1, listed: true });
});

test('statistics, for people and for programs', () => {
  const figures = figuresOf(story);
  expect(statsReport(figures, look)).toBe(
    [
      '24 words, 1 min to read, 2 chapters, 3 scenes, 29 % spoken',
      '',
      'Chapters',
      'chapter          words                    min  scenes  spoken %  point of view',
      '1. Harbour          20  ████████████████    1       2        35  Mira Okoro, Tam Ruiz',
      '2. The Crossing      4  ███▎                1       1         0  Mira Okoro',
      '',
      'Points of view',
      'who         words   %  scenes  chapters',
      'Mira Okoro     19  79       2         2',
      'Tam Ruiz        5  21       1         1',
      '',
      'Characters',
      'character   speaks  acts  named  chapters  first in    last in',
      'Mira Okoro       2     1      2         2  1. Harbour  2. The Crossing',
      'Sorel            1     1      2         1  1. Harbour  1. Harbour',
      'Tam Ruiz         0     2      2         1  1. Harbour  1. Harbour',
      '',
    ].join('\n'),
  );
  for (const row of statsReport(figures, { paint, width: 60 }).split('\n')) expect(row.length).toBeLessThanOrEqual(60);
  const told = JSON.parse(statsJson(figures));
  expect(told).toMatchObject({ version: 1, words: 24, spoken: 7, minutes: 1 });
  expect(told.chapters[0]).toEqual({
    file: '01-harbour.md',
    number: 1,
    title: 'Harbour',
    words: 20,
    spoken: 7,
    minutes: 1,
    scenes: 2,
    povs: [
      { who: 'Mira Okoro', words: 15 },
      { who: 'Tam Ruiz', words: 5 },
    ],
  });
  expect(told.characters[1]).toEqual({
    id: 'sorel',
    name: 'Sorel',
    speaks: 1,
    acts: 1,
    named: 2,
    chapters: ['01-harbour.md'],
  });
  expect(statsCsv(figures, 'characters').split('\r\n')[1]).toBe('Mira Okoro,2,1,2,2,1. Harbour,2. The Crossing');
});

test('the timeline stands in the order of the story, deaths and losses too, or in that of the telling', () => {
  const occasions = chronicleOf(story);
  expect(timelineReport(occasions, story, look)).toBe(
    [
      'stardate  after      what                 place       point of view  timeline  mode',
      '43010.0              1. Harbour, scene 2  the Beacon  Tam Ruiz       first     flashback',
      '43050.0   2.1 weeks  Sorel dies                                      first     death',
      '43060.0   3.7 days   Heron is lost                                   first     loss',
      '43100.0   2.1 weeks  1. Harbour, scene 1  the office  Mira Okoro     first',
      'later                2. The Crossing                  Mira Okoro     first',
      '',
    ].join('\n'),
  );
  expect(inOrder(occasions, 'told').map(({ scene, since }) => [scene?.index, since])).toEqual([
    [0, undefined],
    [1, undefined],
    [2, undefined],
  ]);
  const told = JSON.parse(timelineJson(occasions, story));
  expect(told.occasions[0]).toEqual({
    what: 'scene',
    time: '43010.0',
    timeline: 'first',
    scene: {
      file: '01-harbour.md',
      line: 14,
      number: 2,
      told: 2,
      mode: 'flashback',
      pov: 'Tam Ruiz',
      place: 'the Beacon',
    },
  });
  expect(told.occasions[2].since).toEqual({ least: 3.65, most: 3.65 });
  expect(told.occasions.at(-1)).toMatchObject({ time: null, scene: { told: 3 } });
  expect(timelineCsv(occasions, story).split('\r\n')[2]).toMatch(/^43050\.0,2\.1 weeks,Sorel dies,,,first,death$/);
});

test('a manuscript without dates, bible or English has what there is', () => {
  const bare = manuscriptOf({ '1.md': 'Il pleut. « Oui », dit Anne.', 'story.yaml': 'language: fr' });
  expect(figuresOf(bare)).toMatchObject({ read: false, words: 5, people: [] });
  expect(statsReport(figuresOf(bare), look)).not.toMatch(/spoken|Characters/);
  expect(timelineReport(chronicleOf(bare), bare, look)).toMatch(/unknown/);
});

test('a table gives way where it is too narrow, by columns and not by letters', () => {
  const columns = [{ head: 'what' }, { head: 'n', numbers: true }];
  expect(terminalTable(columns, [['渡し船の渡し船の渡し船', 7]], { width: 20, strong: plain })).toBe(
    'what               n\n渡し船の渡し船の…  7\n',
  );
  expect(terminalTable([...columns, { head: 'none' }], [['a', 1, '']], { width: 80, strong: plain })).toBe(
    'what  n\na     1\n',
  );
  expect(bar(0.5, 4)).toBe('██');
  expect(bar(2, 4)).toBe('████');
});

test('no row is wider than the terminal: lesser columns go, then the widest words give way', () => {
  const columns = [
    { head: 'what' },
    { head: 'n', numbers: true },
    { head: 'place' },
    { head: 'seen by', lesser: true },
    { head: 'last', lesser: true },
  ];
  const row = [
    'the loss of the Heron',
    12345,
    'the great hall of the harbour',
    'Mira Okoro of the Beacon',
    '🚢 渡し船',
  ];
  for (const width of [16, 24, 40, 60, 80, 140]) {
    const lines = terminalTable(columns, [row], { width, strong: plain }).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const text of lines) expect(columnsOf(text)).toBeLessThanOrEqual(width);
  }
  expect(terminalTable(columns, [row], { width: 80, strong: plain })).toMatch(/^what +n {2}place +seen by\n/);
  expect(terminalTable(columns, [row], { width: 60, strong: plain })).toMatch(/^what +n {2}place\nthe loss of/);
});

test('a happening and the death or loss that it tells of are one row of the table, and two of the data', () => {
  const wreck = stockWith({
    'bible/events.yaml': [
      'events:',
      '  wreck: { name: the wreck of the Heron, at: 43060.0 }',
      '  herons: { name: the sailing of the Heron-B, at: 43060.0 }\n',
    ].join('\n'),
  });
  const occasions = chronicleOf(wreck);
  const rows = timelineReport(occasions, wreck, { paint, width: 140 }).split('\n');
  expect(rows.filter((row) => row.includes('Heron'))).toEqual([
    expect.stringMatching(/the wreck of the Heron; Heron is lost .* event, loss$/),
    expect.stringMatching(/the sailing of the Heron-B .* event$/),
  ]);
  expect(JSON.parse(timelineJson(occasions, wreck)).occasions).toHaveLength(occasions.length);
  expect(timelineCsv(occasions, wreck)).toMatch(/,Heron is lost,/);
});

test('CSV is that of RFC 4180, and no text of it is a formula', () => {
  expect(
    csv(
      [{ head: 'a' }, { head: 'b' }],
      [
        ['say "x", then\ny', 2],
        ['=HYPERLINK("x")', -3],
      ],
    ),
  ).toBe('a,b\r\n"say ""x"", then\ny",2\r\n"\'=HYPERLINK(""x"")",-3\r\n');
});

test('the commands: tables, data, and words for what they do not know', () => {
  const folder = folderWith({ '1.md': '# One\n\nIt rained.\n' });
  expect(padd(['stats', folder]).stdout).toMatch(/^2 words, 1 min to read, 1 chapter, 1 scene/);
  expect(JSON.parse(padd(['stats', folder, '--format', 'json']).stdout).version).toBe(1);
  expect(JSON.parse(padd(['timeline', folder, '--format', 'json']).stdout).version).toBe(1);
  expect(padd(['timeline', folder, '--format', 'csv', '--order', 'told']).stdout).toMatch(/\r\n/);
  for (const args of [
    ['stats', '--format', 'xml'],
    ['timeline', '--order', 'random'],
    ['stats', '--of', 'characters'],
  ]) {
    const { code, stdout, stderr } = padd([...args, folder]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/--(?:format|order|of)/);
  }
});
