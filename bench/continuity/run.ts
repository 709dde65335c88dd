/**
 * The continuity benchmark: planted faults, false alarms and speakers, as one table that is printed and kept in
 * `RESULTS.md`. `npm run bench:continuity -- [--gate] [--own] [--seed n] [--most n] [--misses] [--alarms]`:
 * `--gate` exits 1 where a floor or a budget is broken; `--own` leaves the books of the corpus out; `--most` is how many
 * faults a way of planting puts into one text; `--plants`, `--misses` and `--alarms` list what to read, and write no file; `--only` takes the ways in whose
 * names or rules some words occur.
 */

import { parseArgs } from 'node:util';
import { positionOf } from '../../src/manuscript/source.ts';
import { resultsOf } from './measure.ts';
import { planters } from './planters/index.ts';
import { faultsOf } from './recall.ts';
import { record } from './record.ts';
import { failuresOf, type Results, tableOf } from './results.ts';
import { edited, moved } from './text.ts';
import { bareBooks, books, ownTexts } from './texts.ts';

const { values } = parseArgs({
  options: {
    gate: { type: 'boolean' },
    own: { type: 'boolean' },
    misses: { type: 'boolean' },
    plants: { type: 'boolean' },
    alarms: { type: 'boolean' },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '30' },
    only: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
const most = Number(values.most);

const own = ownTexts();
const real = values.own ? [] : books();
const texts = [...own, ...real];
const chosen = planters.filter(({ kind, way, rules }) => `${kind}: ${way} ${rules.join(' ')}`.includes(values.only));
const results = resultsOf({
  planted: texts,
  clean: [...texts, ...(values.own ? [] : bareBooks())],
  annotated: real,
  planters: values.plants ? [] : chosen,
  seed,
  most,
});

if (values.plants) listPlants();
else if (values.misses) listMisses(results);
else if (values.alarms) listAlarms(results);
else {
  const table = tableOf(results);
  process.stdout.write(table);
  // The table of record has the books in it.
  if (real.length > 0 && values.only === '') record('planted', table);
}
if (values.gate && failuresOf(results).length > 0) process.exitCode = 1;

/** Every fault as it stands in its text. */
function listPlants(): void {
  for (const planter of chosen) {
    for (const text of texts) {
      for (const fault of faultsOf(planter, text, most, seed)) {
        const { file, start, end } = moved(fault.at, fault.edits);
        const { chapters } = edited(text, fault.edits);
        const source = chapters.find((chapter) => chapter.source.file === file)?.source.text ?? '';
        const shown = `${source.slice(Math.max(start - 60, 0), start)}⟦${source.slice(start, end)}⟧${source.slice(end, end + 60)}`;
        process.stdout.write(`${planter.kind} (${planter.way}), ${text.name}/${file}: ${JSON.stringify(shown)}\n`);
      }
    }
  }
}

/** Every fault that was missed, or found in the wrong place. */
function listMisses({ plantings }: Results): void {
  for (const { planter, outcomes } of plantings) {
    for (const { text, fault, found, exact, other, findings } of outcomes) {
      if (found && exact !== false && other !== false) continue;
      const wrong = !found ? 'missed' : exact === false ? 'elsewhere' : 'other place';
      const { file, start } = moved(fault.at, fault.edits);
      const edits = fault.edits.slice(0, 4).map(({ start, text }) => `@${start} ${JSON.stringify(text)}`);
      process.stdout.write(
        `${wrong}: ${planter.kind} (${planter.way}), ${text}/${file}@${start}: ${edits.join(', ')}\n`,
      );
      for (const { span, message, related } of findings.slice(0, 2)) {
        const to = related[0] && ` → ${related[0].span.source.file}:${positionOf(related[0].span).line}`;
        process.stdout.write(`    ${span.source.file}:${positionOf(span).line} ${message}${to ?? ''}\n`);
      }
    }
  }
  for (const { wrong } of results.speakers) {
    for (const { quotation, said } of wrong)
      process.stdout.write(
        `speaker: ${quotation.file} “${quotation.words}” is ${quotation.speaker ?? 'nobody of the bible'}'s (${quotation.told}), not ${said}'s\n`,
      );
  }
}

function listAlarms({ alarms }: Results): void {
  for (const { text, file, line, finding } of alarms.alarms)
    process.stdout.write(`${finding.severity} ${finding.rule} ${text}/${file}:${line} ${finding.message}\n`);
}
