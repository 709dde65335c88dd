/** An edit is shown at once, however long the rules take. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openPreview } from '../../src/site/preview.ts';

const folder = mkdtempSync(join(tmpdir(), 'padd-preview-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => void vi.useRealTimers());

const write = (words: string): void => writeFileSync(join(folder, '01-one.md'), `${words}\n`);

/** A preview whose rules take a while, and all that happens to it, in order. */
function previewOf(words: string, rulesTake: number) {
  vi.useFakeTimers();
  const events: string[] = [];
  write(words);
  const preview = openPreview({
    folder,
    check() {
      vi.spyOn(performance, 'now').mockReturnValueOnce(performance.now() + rulesTake);
      events.push('rules');
      return [];
    },
  });
  events.length = 0;
  const edit = (to: string): void => {
    write(to);
    preview.refresh((site) =>
      events.push(
        site.chapters[0]
          ?.proseHtml()
          .replace(/<[^>]*>/g, '')
          .trim() ?? '',
      ),
    );
  };
  return { events, edit };
}

test('quick rules are asked before an edit is shown, and it is shown once', () => {
  const { events, edit } = previewOf('Day one.', 10);
  edit('Day two.');
  vi.runAllTimers();
  expect(events).toEqual(['rules', 'Day two.']);
});

test('slow rules are asked once the edit is shown, and what was overtaken by another edit is shown no more', () => {
  const { events, edit } = previewOf('Day one.', 20_000);
  edit('Day two.');
  edit('Day three.');
  expect(events).toEqual(['Day two.', 'Day three.']);
  vi.runAllTimers();
  expect(events).toEqual(['Day two.', 'Day three.', 'rules', 'Day three.']);
});
