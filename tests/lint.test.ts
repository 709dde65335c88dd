import { describe, expect, test } from 'vitest';
import { lint, lintForErrors, type Rule } from '../src/lint.ts';
import type { Chapter } from '../src/manuscript/model.ts';
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

describe('asked for errors alone', () => {
  const rule = (id: string, severity: Rule['severity'], more: Partial<Rule> = {}): Rule => ({
    id,
    severity,
    *check({ chapters }) {
      yield { message: id, span: headOf((chapters[0] as Chapter).source) };
    },
    ...more,
  });
  const rules = [rule('test/grave', 'error'), rule('test/light', 'warning')];
  const found = (files: Record<string, string>, asked = rules) =>
    lintForErrors(manuscriptOf({ '01.md': 'Lamps.', ...files }), asked).map(({ message }) => message);

  test('no other rules speak', () => expect(found({})).toEqual(['test/grave']));

  test('the story says which are errors', () => {
    expect(found({ 'story.yaml': 'rules: { test/grave: warning, test/light: error }' })).toEqual(['test/light']);
  });

  test('a rule that looks at what others left has them all asked', () => {
    expect(found({}, [...rules, rule('test/unused', 'error', { last: true })])).toHaveLength(3);
  });
});
