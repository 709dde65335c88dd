import { expect, test } from 'vitest';
import { manuscriptOf } from '../stock.ts';

/** What is said of a story's times, with how often and what is offered instead. */
function said(story: string, ...times: string[]): string[] {
  const files = Object.fromEntries(times.map((time, i) => [`0${i + 1}.md`, `---\nstardate: ${time}\n---\n\nLamps.\n`]));
  return manuscriptOf({ ...files, 'story.yaml': story })
    .problems.filter(({ rule }) => rule === 'time/malformed-stardate')
    .map(({ message, count = 1, fix }) => {
      const [, other = 'none'] =
        /calendar: (?!stardate`;)([\w-]+)/.exec(message.replace('`calendar: stardate`;', '')) ?? [];
      return `${count} ${other} ${fix?.edits.map(({ text }) => text).join(' ') ?? '-'}`;
    });
}

test.each<[string, string, string[], string[]]>([
  ['well', 'calendar: stardate', ['43100.0', '43101.0'], []],
  ['all of the films of 2009', 'calendar: stardate', ['2258.42', '2258.51'], ['2 stardate-2009 stardate-2009']],
  ['all of the original series', 'calendar: stardate', ['4523.3', '4525.1'], ['2 stardate-tos stardate-tos']],
  ['without a calendar to mend', 'title: Lamps', ['4523.3', '4525.1'], ['2 stardate-tos -']],
  ['one slip among others', 'calendar: stardate', ['43100.0', '4310.15'], ['1 stardate-tos 43101.5']],
  ['the only time there is', 'calendar: stardate', ['2258.42'], ['1 stardate-2009 22584.2']],
  ['each in its own way', 'calendar: stardate', ['soon', '43100,5'], ['1 none -', '1 none 43100.5']],
  ['a year with them', 'calendar: stardate', ['2258', '2258.42', '2258.51'], ['2 stardate-2009 stardate-2009']],
])('%s', (_, story, times, problems) => {
  expect(said(story, ...times)).toEqual(problems);
});
