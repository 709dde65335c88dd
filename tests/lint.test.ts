import { expect, test } from 'vitest';
import { lint, type Rule } from '../src/lint.ts';
import { headOf } from '../src/manuscript/source.ts';
import { manuscriptOf } from './stock.ts';

/** A rule that finds one thing in every chapter, all of them cases of one problem or each its own. */
const everywhere = (problem?: string): Rule => ({
  id: 'test/everywhere',
  severity: 'warning',
  *check({ chapters }) {
    for (const { source } of chapters) {
      yield { message: source.file, span: headOf(source), ...(problem === undefined ? {} : { problem }) };
    }
  },
});

const allowed = '---\nallow: [{ rule: test/everywhere, reason: shown }]\n---\n\nLamps.\n';

test.each<[string, string | undefined, Record<string, string>, string[]]>([
  ['each by itself', undefined, {}, ['01.md 1', '02.md 1', '03.md 1']],
  ['as one problem', 'lamps', {}, ['01.md 3']],
  ['what is allowed is no case of it', 'lamps', { '01.md': allowed }, ['02.md 2']],
])('faults are reported: %s', (_, problem, files, findings) => {
  const manuscript = manuscriptOf({ '01.md': 'Lamps.', '02.md': 'Lamps.', '03.md': 'Lamps.', ...files });
  expect(lint(manuscript, [everywhere(problem)]).map(({ message, count }) => `${message} ${count}`)).toEqual(findings);
});

test('a finding tells where it is and not how it was counted', () => {
  const [finding] = lint(manuscriptOf({ '01.md': 'Lamps.' }), [everywhere('lamps')]);
  expect(finding).not.toHaveProperty('problem');
});
