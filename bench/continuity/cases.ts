/**
 * The cases written by hand: thirty small manuscripts in as many manners, with faults and traps that nobody made for the
 * linter. `npm run bench:cases -- [--case name] [--held]`: `--case` takes one of them, and `--held` only those that no
 * rule was tuned on; either prints and writes nothing. Without them the table goes into `RESULTS.md` too.
 */

import { parseArgs } from 'node:util';
import { per10000 } from './alarms.ts';
import { caseNames, caseOf } from './expected.ts';
import { type Share, shareOf, together, wilson } from './interval.ts';
import { record } from './record.ts';
import { reportOf, type Verdict, verdictOf } from './verdict.ts';

const { values } = parseArgs({ options: { case: { type: 'string' }, held: { type: 'boolean' } } });
const names = caseNames();
if (values.case !== undefined && !names.includes(values.case)) {
  process.stderr.write(`there is no case “${values.case}”; there are ${names.join(', ')}\n`);
  process.exit(2);
}
const verdicts = names
  .filter((name) => values.case === undefined || name === values.case)
  .map(caseOf)
  .filter(({ split }) => !values.held || split === 'held')
  .map((one) => verdictOf(one, reportOf(one.folder)));

const text = sectionOf(verdicts);
process.stdout.write(text);
if (values.case === undefined && !values.held) record('cases', text);

function sectionOf(verdicts: readonly Verdict[]): string {
  const lines = [
    `${verdicts.length === 1 ? 'One manuscript' : `${verdicts.length} manuscripts`}, ${wordsOf(verdicts).toLocaleString('en')} words; made by \`npm run bench:cases\`. An alarm is an error or a warning that is none of the faults; traps are passages that look like one.`,
    '',
    '| case | split | words | faults | found | recall | other place | alarms | traps sprung | infos |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...verdicts.map((one) => row(one.case.name, one.case.split, [one])),
  ];
  for (const split of ['dev', 'held'] as const) {
    const some = verdicts.filter((one) => one.case.split === split);
    if (some.length > 1) lines.push(row(`all ${split}`, split, some));
  }
  for (const split of ['dev', 'held'] as const) {
    const found = foundOf(verdicts.filter((one) => one.case.split === split));
    if (found.of > 0) lines.push('', `Recall, ${split}: ${share(found)} (${wilson(found).map(decimal).join('–')}).`);
  }
  const words = wordsOf(verdicts);
  const alarms = alarmsOf(verdicts).length;
  lines.push('', `Alarms per 10,000 words: ${decimal(per10000(alarms, words))}.`, '');
  lines.push('| rule | faults | found | alarms |', '| --- | ---: | ---: | ---: |', ...byRule(verdicts));
  lines.push('', '### Missed', '');
  lines.push(...verdicts.flatMap(missesOf), '', '### Alarms', '', ...verdicts.flatMap(alarmLines), '');
  return lines.join('\n');
}

function wordsOf(verdicts: readonly Verdict[]): number {
  return verdicts.reduce((sum, one) => sum + one.case.words, 0);
}

function alarmsOf(verdicts: readonly Verdict[]): readonly Verdict['alarms'][number][] {
  return verdicts.flatMap(({ alarms }) => alarms).filter(({ finding }) => finding.severity !== 'info');
}

/** What no rule promises is no miss; it is listed all the same. */
function foundOf(verdicts: readonly Verdict[]): Share {
  return together(
    verdicts.map(({ outcomes }) => {
      const promised = outcomes.filter(({ fault }) => !fault.beyond);
      return { hits: promised.filter(({ found }) => found).length, of: promised.length };
    }),
  );
}

function otherOf(verdicts: readonly Verdict[]): Share {
  const known = verdicts.flatMap(({ outcomes }) => outcomes.flatMap(({ other }) => (other === undefined ? [] : other)));
  return { hits: known.filter((right) => right).length, of: known.length };
}

function row(name: string, split: string, verdicts: readonly Verdict[]): string {
  const found = foundOf(verdicts);
  const other = otherOf(verdicts);
  const alarms = alarmsOf(verdicts);
  const sprung = alarms.filter(({ trap }) => trap !== undefined).length;
  const traps = verdicts.reduce((sum, one) => sum + one.case.traps.length, 0);
  const infos = verdicts.flatMap((one) => one.alarms).length - alarms.length;
  return `| ${[name, split, wordsOf(verdicts), found.of, found.hits, share(found), `${other.hits}/${other.of}`, alarms.length, `${sprung}/${traps}`, infos].join(' | ')} |`;
}

/** A fault that several rules may report counts for the first that is named. */
function byRule(verdicts: readonly Verdict[]): readonly string[] {
  const outcomes = verdicts.flatMap(({ outcomes }) => outcomes).filter(({ fault }) => !fault.beyond);
  const alarms = alarmsOf(verdicts);
  const ids = new Set([
    ...outcomes.flatMap(({ fault }) => fault.rules[0] ?? []),
    ...alarms.map((one) => one.finding.rule),
  ]);
  return [...ids].sort().map((id) => {
    const own = outcomes.filter(({ fault }) => fault.rules[0] === id);
    const found = own.filter((outcome) => outcome.found).length;
    return `| \`${id}\` | ${own.length} | ${found} | ${alarms.filter((one) => one.finding.rule === id).length} |`;
  });
}

function missesOf({ case: { name }, outcomes }: Verdict): readonly string[] {
  return outcomes.flatMap(({ fault: { rules, at, words, note, beyond, other: others }, found, other }) => {
    const [{ file, line } = { file: '', line: undefined }] = at;
    const place = `${name}/${file}${line === undefined ? '' : `:${line}`}`;
    const what = beyond ? 'no rule' : rules.map((id) => `\`${id}\``).join(' or ');
    if (!found) return [`- ${what}, ${place}, “${words}”: ${note}${beyond ? ' (beyond the catalogue)' : ''}`];
    const [meant] = others;
    return other === false
      ? [`- ${what}, ${place}, “${words}”: found, but another place than ${meant?.file}:${meant?.line} is named`]
      : [];
  });
}

function alarmLines({ case: { name }, alarms }: Verdict): readonly string[] {
  return alarms.map(
    ({ finding: { severity, rule, file, line, message }, trap }) =>
      `- ${severity} \`${rule}\`, ${name}/${file}:${line}: ${message}${trap ? ` (trap: ${trap.note})` : ''}`,
  );
}

function share(of: Share): string {
  const value = shareOf(of);
  return value === undefined ? '' : decimal(value);
}

function decimal(value: number): string {
  return value.toFixed(2);
}
