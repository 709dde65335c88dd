/** What the benchmark measures, the floors and budgets that it is held to, and the table that it prints. */

import type { Rule } from '../../src/lint.ts';
import { type Alarms, per10000 } from './alarms.ts';
import type { Planter } from './fault.ts';
import { median, type Share, shareOf, wilson } from './interval.ts';
import { joined, type Speakers } from './quotations.ts';
import type { Outcome } from './recall.ts';

export interface Planting {
  readonly planter: Planter;
  readonly outcomes: readonly Outcome[];
}

export interface Results {
  readonly seed: number;
  readonly texts: readonly string[];
  readonly rules: readonly Rule[];
  readonly plantings: readonly Planting[];
  readonly alarms: Alarms;
  readonly quotations: number;
  readonly speakers: readonly Speakers[];
}

const FLOORS = { exact: 0.98, prose: 0.85, worst: 0.45, place: 0.95, other: 0.9 };
const SPEAKERS = { taggedPrecision: 0.99, taggedRecall: 0.92, assertedPrecision: 0.95 };
/** False alarms per 10,000 words: of one rule whose findings are errors, of all that is on by default, and of infos. */
const BUDGETS = { error: 0.1, sum: 1, infos: 5 };

const foundOf = (outcomes: readonly Outcome[]): Share => ({
  hits: outcomes.filter(({ found }) => found).length,
  of: outcomes.length,
});
const exactOf = (outcomes: readonly Outcome[]): Share => {
  const known = outcomes.filter(({ exact }) => exact !== undefined);
  return { hits: known.filter(({ exact }) => exact).length, of: known.length };
};
const otherOf = (outcomes: readonly Outcome[]): Share => {
  const known = outcomes.filter(({ found, other }) => found && other !== undefined);
  return { hits: known.filter(({ other }) => other).length, of: known.length };
};

/** The outcomes of each of the sixteen kinds, all ways of it together. */
function byKind({ plantings }: Results, nature: Planter['nature']): ReadonlyMap<string, readonly Outcome[]> {
  const kinds = new Map<string, Outcome[]>();
  for (const { planter, outcomes } of plantings) {
    if (planter.nature !== nature || outcomes.length === 0) continue;
    kinds.set(planter.kind, [...(kinds.get(planter.kind) ?? []), ...outcomes]);
  }
  return kinds;
}

/** Everything that fails, in words. */
export function failuresOf(results: Results): readonly string[] {
  const failures: string[] = [];
  const floor = (what: string, share: Share, least: number): void => {
    const value = shareOf(share);
    if (value !== undefined && value < least)
      failures.push(`${what}: ${decimal(value)}, and at least ${least} is asked`);
  };
  for (const [kind, outcomes] of byKind(results, 'exact'))
    floor(`recall of “${kind}”`, foundOf(outcomes), FLOORS.exact);
  const prose = byKind(results, 'prose');
  for (const [kind, outcomes] of prose) floor(`recall of “${kind}”`, foundOf(outcomes), FLOORS.worst);
  const middle = median([...prose.values()].flatMap((outcomes) => shareOf(foundOf(outcomes)) ?? []));
  if (middle !== undefined && middle < FLOORS.prose)
    failures.push(
      `median recall of the kinds that live in prose: ${decimal(middle)}, and at least ${FLOORS.prose} is asked`,
    );
  const all = results.plantings.flatMap(({ outcomes }) => outcomes);
  floor('exact place', exactOf(all), FLOORS.place);
  floor('right other place', otherOf(all), FLOORS.other);
  const { words } = results.alarms;
  const counts = countsOf(results.alarms);
  const budget = (what: string, count: number, most: number): void => {
    const value = per10000(count, words);
    if (value > most) failures.push(`${what}: ${decimal(value)} per 10,000 words, and at most ${most} are allowed`);
  };
  for (const [rule, { errors }] of counts) budget(`false errors of ${rule}`, errors, BUDGETS.error);
  const sum = (of: 'errors' | 'warnings' | 'infos') => [...counts.values()].reduce((total, one) => total + one[of], 0);
  budget('false errors and warnings', sum('errors') + sum('warnings'), BUDGETS.sum);
  budget('infos', sum('infos'), BUDGETS.infos);
  for (const one of results.alarms.stale)
    failures.push(`reviewed.yaml: nothing reports ${one.rule} at ${one.text}/${one.file}:${one.line} any more`);
  if (results.speakers.length > 0) {
    const { tagged, asserted } = joined(results.speakers);
    floor('speakers by explicit tags, precision', tagged.precision, SPEAKERS.taggedPrecision);
    floor('speakers by explicit tags, recall', tagged.recall, SPEAKERS.taggedRecall);
    floor('all speakers that are asserted, precision', asserted.precision, SPEAKERS.assertedPrecision);
  }
  return failures;
}

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

function countsOf({ alarms }: Alarms): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { finding } of alarms) {
    const known = counts.get(finding.rule) ?? { errors: 0, warnings: 0, infos: 0 };
    const key = `${finding.severity}s` as keyof Counts;
    counts.set(finding.rule, { ...known, [key]: known[key] + 1 });
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const decimal = (value: number): string => value.toFixed(value < 0.1 && value > 0 ? 3 : 2);
const share = (of: Share): string => {
  const value = shareOf(of);
  return value === undefined ? '' : decimal(value);
};
const interval = (of: Share): string => (of.of === 0 ? '' : `${wilson(of).map(decimal).join('–')}`);
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

export function tableOf(results: Results): string {
  const { plantings, alarms, texts } = results;
  const lines = [
    '# The continuity benchmark',
    '',
    `Seed ${results.seed}. Faults planted in ${texts.join(', ')}; made by \`npm run bench:continuity\`.`,
    '',
    '## Planted faults',
    '',
    row('kind', 'way', 'rule', 'planted', 'recall', '95 %', ...texts.map(short), 'exact place', 'other place'),
    row('---', '---', '---', '---:', '---:', '---:', ...texts.map(() => '---:'), '---:', '---:'),
  ];
  for (const { planter, outcomes } of plantings) {
    const found = foundOf(outcomes);
    lines.push(
      row(
        planter.kind,
        planter.way,
        planter.rules.map((id) => `\`${id}\``).join(', '),
        found.of || 'no place',
        share(found),
        interval(found),
        ...texts.map((text) => {
          const own = foundOf(outcomes.filter((outcome) => outcome.text === text));
          return own.of > 0 ? `${own.hits}/${own.of}` : '';
        }),
        share(exactOf(outcomes)),
        share(otherOf(outcomes)),
      ),
    );
  }
  const all = plantings.flatMap(({ outcomes }) => outcomes);
  const prose = [...byKind(results, 'prose').values()].flatMap((outcomes) => shareOf(foundOf(outcomes)) ?? []);
  const exact = foundOf([...byKind(results, 'exact').values()].flat());
  lines.push(
    '',
    `Exact kinds: ${share(exact) || 'none'} (${exact.hits}/${exact.of}). Kinds that live in prose: ${prose.length > 0 ? `${decimal(median(prose) ?? 0)} in the median, ${decimal(Math.min(...prose))} at the least` : 'none'}. Exact place ${share(exactOf(all))}, right other place ${share(otherOf(all))}.`,
    '',
    '## False alarms on clean texts',
    '',
    `${alarms.words.toLocaleString('en')} words; ${alarms.genuine} findings were reviewed and are genuine (reviewed.yaml).`,
    '',
    row('rule', 'default', 'errors', 'warnings', 'infos', 'errors and warnings per 10,000 words'),
    row('---', '---', '---:', '---:', '---:', '---:'),
  );
  const counts = countsOf(alarms);
  let [errors, warnings, infos] = [0, 0, 0];
  for (const [id, one] of counts) {
    errors += one.errors;
    warnings += one.warnings;
    infos += one.infos;
    const { severity = '' } = results.rules.find((rule) => rule.id === id) ?? {};
    lines.push(
      row(
        `\`${id}\``,
        severity,
        one.errors,
        one.warnings,
        one.infos,
        decimal(per10000(one.errors + one.warnings, alarms.words)),
      ),
    );
  }
  lines.push(
    row('all', '', errors, warnings, infos, decimal(per10000(errors + warnings, alarms.words))),
    '',
    `Infos per 10,000 words: ${decimal(per10000(infos, alarms.words))}.`,
    '',
    '## Speakers',
    '',
  );
  if (results.quotations === 0) lines.push('No book is there whose quotations are annotated.');
  else lines.push(...speakerLines(results.speakers, results.quotations));
  const failures = failuresOf(results);
  lines.push(
    '',
    '## Gate',
    '',
    ...(failures.length === 0 ? ['Nothing fails.'] : failures.map((one) => `- ${one}`)),
    '',
  );
  return lines.join('\n');
}

function speakerLines(speakers: readonly Speakers[], quotations: number): string[] {
  const { tagged, asserted } = joined(speakers);
  const lines = [
    `${quotations} quotations annotated by hand.`,
    '',
    row('told by', 'quotations', 'right', 'wrong', 'silent', 'precision', 'recall'),
    row('---', '---:', '---:', '---:', '---:', '---:', '---:'),
  ];
  for (const told of ['tag', 'beat', 'pronoun', 'alternation', 'none'] as const) {
    const some = speakers.flatMap(({ byTelling }) => byTelling.get(told) ?? []);
    const sum = (of: 'right' | 'wrong' | 'all') => some.reduce((total, one) => total + one[of], 0);
    const [right, wrong, all] = [sum('right'), sum('wrong'), sum('all')];
    const silent = all - right - wrong;
    lines.push(
      row(told, all, right, wrong, silent, share({ hits: right, of: right + wrong }), share({ hits: right, of: all })),
    );
  }
  lines.push(
    '',
    `Explicit tags: precision ${share(tagged.precision)} (${interval(tagged.precision)}), recall ${share(tagged.recall)} (${interval(tagged.recall)}). All that is asserted: precision ${share(asserted.precision)} (${interval(asserted.precision)}), recall ${share(asserted.recall)}.`,
  );
  return lines;
}

const short = (text: string): string => text.replace(/^tests\/manuscripts\//, '');
