/** The catalogue of rules, a contract: every id, its severity by default, and whether its fixes are safe. */

import { describe, expect, test } from 'vitest';
import { lint } from '../src/lint.ts';
import { rules } from '../src/rules/index.ts';
import { readPage } from './pages.ts';
import { stockWith } from './stock.ts';

/** E error, W warning, I info, – off; S mends safely, s suggests. */
const catalogue = `
  bible/age-mismatch E
  bible/confusable-names I
  bible/containment-cycle E
  bible/learned-before-event E
  bible/overlapping-facts E
  bible/reversed-interval E
  bible/ship-fate-conflict E
  fact/wrong-appearance W
  fact/wrong-kinship W
  fact/wrong-pronoun –
  fact/wrong-rank W s
  fact/wrong-registry E s
  fact/wrong-species W
  format/allowance-without-reason W
  format/ambiguous-name W
  format/bad-directive E
  format/bad-value E s
  format/duplicate-id E
  format/unknown-key W s
  format/unknown-reference E s
  format/unreadable-file E
  format/unused-allowance W S
  format/unused-entry I
  knowledge/known-too-early W
  knowledge/never-learned I
  name/deprecated-form W S
  name/misspelled W s
  name/mixed-apostrophe W S
  name/ship-not-italic W S
  name/undeclared I
  name/word-form W S
  name/wrong-case W S
  object/two-holders E
  object/used-after-lost W
  place/unknown W s
  place/wrong-container E
  presence/character-elsewhere E
  presence/dead-character-acts E
  presence/dead-character-listed E
  presence/pov-absent E
  presence/ship-gone E
  presence/travel-too-fast E
  presence/two-places-at-once E
  presence/unborn-character-acts E
  presence/uncast-character-acts W s
  structure/break-as-heading W
  structure/broken-link E
  structure/duplicate-number W
  structure/duplicate-title W
  structure/empty-scene W S
  structure/missing-alt W
  structure/missing-image E
  structure/mixed-scene-breaks W S
  structure/number-gap W
  structure/title-mismatch W s
  thread/dormant –
  thread/never-paid W
  thread/paid-before-planted E
  time/age W
  time/clock-reversed W
  time/duration W
  time/event-date E
  time/log-header E s
  time/malformed-stardate E s
  time/outside-era W
  time/relative-phrase W s
  time/stardate-reversed E
  time/weekday W
  typography/dialogue-punctuation W S
  typography/doubled-space W S
  typography/doubled-word W S
  typography/hyphen-for-dash W S
  typography/long-paragraph I
  typography/mixed-apostrophes W S
  typography/mixed-dashes W S
  typography/mixed-ellipses W S
  typography/mixed-quotes W S
  typography/space-before-mark W S
  typography/unclosed-dialogue W
  voice/head-hop W
  voice/person-drift W
  voice/self-address W
  voice/tense-drift W
`;

const severities: Readonly<Record<string, string>> = { E: 'error', W: 'warning', I: 'info', '–': 'off' };
const lines = catalogue
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

test('holds every rule with its severity, and no other', () => {
  const held = lines.map(([id = '', severity = '']) => `${id} ${severities[severity]}`);
  expect(rules.map(({ id, severity }) => `${id} ${severity}`).sort()).toEqual(held.sort());
});

/** The fixes that the examples of a rule's page are given. */
const fixesOf = (id: string): readonly boolean[] =>
  readPage(id).fails.flatMap(({ files }) =>
    lint(stockWith(files), rules).flatMap(({ rule, fix }) => (rule === id && fix ? [fix.safe] : [])),
  );

describe.each(lines.map(([id = '', , fix]) => [id, fix] as const))('%s', (id, fix) => {
  const name = { S: 'mends safely', s: 'suggests what to write' }[fix ?? ''] ?? 'mends nothing by itself';
  test(name, () => {
    const fixes = fixesOf(id);
    if (fix === 'S') expect(fixes).toContain(true);
    else expect(fixes).not.toContain(true);
    if (fix === 's') expect(fixes).toContain(false);
  });
});
