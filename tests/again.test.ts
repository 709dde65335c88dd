/** What a reader remembers must not show: after any edit it says what one says that has just begun. */

import { expect, test } from 'vitest';
import { lint } from '../src/lint.ts';
import type { Gathered } from '../src/manuscript/gather.ts';
import { manuscriptReader, type Reader } from '../src/manuscript/read.ts';
import { jsonReport } from '../src/reports/json.ts';
import { rules } from '../src/rules/index.ts';

const gathered = (files: Readonly<Record<string, string>>): Gathered => {
  const sources = (form: RegExp) =>
    Object.entries(files).flatMap(([file, text]) => (form.test(file) ? [{ file, text }] : []));
  const [story] = sources(/^story\.yaml$/);
  return {
    folder: '/a/story',
    chapters: sources(/\.md$/),
    bible: sources(/^bible\.yaml$/),
    ...(story ? { story } : {}),
    files: new Set(Object.keys(files)),
    passedOver: [],
    problems: [],
  };
};

const told = 'Mirabel walked to the lamp and lit it. She waited, and Mirabel went down again. Jonas slept.';
const start = {
  'story.yaml': 'title: Lamps\nlanguage: en\n',
  'bible.yaml': 'characters:\n  mirabel: { name: Mirabel, pronouns: she/her, eyes: brown }\n',
  '01.md': `# One\n\n${Array(20).fill(told).join('\n\n')}\n\n“It is the the lamp,” said Mirabel.\n`,
  '02.md': `# Two\n\n${Array(6).fill(told).join('\n\n')}\n\nMirabel’s green eyes shone. See [one](03.md).\n`,
};

const edits: readonly Partial<typeof start>[] = [
  {},
  { '02.md': `${start['02.md']}\nMirabell turns and waits. She looks up and Mirabel goes out of of the door.\n` },
  { '02.md': start['02.md'].replaceAll('Mirabel', 'Mirabell').replace('03.md', '01.md') },
  { 'bible.yaml': 'characters:\n  jonas: { name: Jonas, pronouns: he/him }\n' },
  { 'story.yaml': 'title: Lamps\nlanguage: en\ndialect: { dialogue: dash }\n' },
  { '01.md': start['01.md'].replace('“It is the the lamp,”', '— It is the the lamp —') },
  {},
];

test('after every edit the findings are those of a reader that has just begun', () => {
  const report = (reader: Reader, files: typeof start): string =>
    jsonReport(lint(reader.compose(gathered(files)), rules));
  const lasting = manuscriptReader();
  const reports = edits.map((edit) => {
    const files = { ...start, ...edit };
    const again = report(lasting, files);
    expect(again).toBe(report(manuscriptReader(), files));
    return again;
  });
  // Most edits do change what is found: else nothing would have been put to the test.
  expect(new Set(reports).size).toBeGreaterThanOrEqual(edits.length - 2);
});
