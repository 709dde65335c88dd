import { describe, expect, test } from 'vitest';
import { positionOf } from '../../src/manuscript/source.ts';
import { manuscriptOf } from '../stock.ts';

const scenesOf = (text: string, files: Record<string, string> = {}) =>
  manuscriptOf({ ...files, '01-a.md': text }).scenes;
const words = (text: string) => scenesOf(text).map(({ span }) => text.slice(span.start, span.end).split(/\s/)[0]);

describe('a scene break', () => {
  test.each([
    '***',
    '---',
    '* * *',
    '\\* \\* \\*',
    '⁂',
    '#',
    '<hr>',
    '<hr />',
    '<center>***</center>',
    '<p align="center">* * *</p>',
    '~~~',
    '~',
    '___',
    '• • •',
    '◊',
    '=====',
    '# # #',
    '-',
    '*',
    '::scene{pov=x}',
    '***\n\n::scene{pov=x}',
  ])('%j', (mark) => {
    expect(words(`One.\n\n${mark}\n\nTwo.`)).toEqual(['One.', 'Two.']);
  });

  test.each(['::break', '> ***', '…', '<br>', '<!-- *** -->', '1.'])('is not %j', (mark) => {
    expect(scenesOf(`One.\n\n${mark}\n\nTwo.`)).toHaveLength(1);
  });

  test('opens nothing at the start, and nothing at the end', () => {
    expect(words('***\n\nOne.\n\n***')).toEqual(['One.']);
    expect(words('***\n\n***\n\nOne.')).toEqual(['One.']);
  });

  test('one with nothing behind it is remembered as such', () => {
    const [chapter] = manuscriptOf({ 'a.md': 'One.\n\n***\n\n***\n\nTwo.\n\n---' }).chapters;
    expect(chapter?.breaks.map(({ followed, span }) => [positionOf(span).line, followed])).toEqual([
      [3, false],
      [5, true],
      [9, false],
    ]);
  });

  test('a directive may open the chapter', () => {
    const [first] = scenesOf('---\npov: a\n---\n::scene{pov=b}\n\nOne.');
    expect(first?.pov?.value).toBe('b');
  });
});

describe('facts of a scene', () => {
  const head = '---\nstardate: 43625.2\npov: janeway\ncast: [janeway, spock]\nmode: flashback\n---\n';

  test('are the chapter’s, save its time', () => {
    const [first, second] = scenesOf(`${head}One.\n\n***\n\nTwo.`);
    expect(first?.time?.value.text).toBe('43625.2');
    expect(second?.time).toBeUndefined();
    expect([second?.pov?.value, second?.mode, second?.cast?.length]).toEqual(['janeway', 'flashback', 2]);
  });

  test('change where the directive says so, an empty value included', () => {
    const [, second] = scenesOf(`${head}One.\n\n::scene{stardate=43625.20 pov=spock cast="" mode=linear}\n\nTwo.`);
    expect(second?.time?.value).toMatchObject({ earliest: 43625.2, text: '43625.20' });
    expect([second?.pov?.value, second?.mode, second?.cast]).toEqual(['spock', 'linear', []]);
  });

  test('lists and pairs may be written in one line', () => {
    const [first] = scenesOf('---\ncast: janeway, spock\nvia: "gul-macet: viewscreen, sulu: comm"\n---\nOne.');
    expect(first?.cast?.map(({ value }) => value)).toEqual(['janeway', 'spock']);
    expect(first?.via.map(({ who, channel }) => [who.value, channel])).toEqual([
      ['gul-macet', 'viewscreen'],
      ['sulu', 'comm'],
    ]);
  });

  test('a log has a date and a voice of its own', () => {
    const [scene] = scenesOf('---\nstardate: 43625.2\n---\n:::log{of=janeway stardate=43620.0}\nWords.\n:::\n\nProse.');
    expect(scene?.documents.map(({ of, time }) => [of?.value, time?.value.text])).toEqual([['janeway', '43620.0']]);
  });
});

describe('a setting', () => {
  const bible = `ships:
  saratoga: { name: Saratoga, prefix: USS }
  kvort: { name: the K'vort }
places:
  saratoga/bridge: { name: bridge }
  kvort/bridge: { name: bridge }
  enterprise/ten-forward: { name: Ten-Forward }
  starbase: { name: Starbase 112, aliases: [the starbase] }
  starbase/office: { name: Commodore's Office }
`;
  const settingOf = (written: string, before = '') => {
    const files = { 'bible.yaml': bible, ...(before ? { '00-z.md': `---\nsetting: "${before}"\n---\nZ.` } : {}) };
    const setting = scenesOf(`---\nsetting: "${written}"\n---\nOne.`, files).at(-1)?.setting;
    return [setting?.entry?.id, setting?.unknown, setting?.elsewhere?.id];
  };

  test.each([
    ['starbase/office', '', ['starbase/office', undefined, undefined]],
    ['Commodore’s Office', '', ['starbase/office', undefined, undefined]],
    ["The Starbase, commodore's office", '', ['starbase/office', undefined, undefined]],
    ['USS Saratoga', '', ['saratoga', undefined, undefined]],
    ['Saratoga, Bridge', '', ['saratoga/bridge', undefined, undefined]],
    ['bridge', "the K'vort", ['kvort/bridge', undefined, undefined]],
    ['bridge', '', [undefined, undefined, undefined]],
    ['Saratoga, brig', '', ['saratoga', 'brig', undefined]],
    ['Regulus', '', [undefined, 'Regulus', undefined]],
    ['Regulus, a ditch', '', [undefined, 'Regulus, a ditch', undefined]],
  ])('%j after %j', (written, before, found) => {
    expect(settingOf(written, before)).toEqual(found);
  });

  test('within something else than it says', () => {
    const text = `${bible}  enterprise: { name: Enterprise }\n`;
    const [scene] = scenesOf("---\nsetting: the K'vort, Ten-Forward\n---\nOne.", { 'bible.yaml': text });
    expect(scene?.setting).toMatchObject({
      entry: { id: 'kvort' },
      unknown: 'Ten-Forward',
      elsewhere: { id: 'enterprise/ten-forward' },
    });
  });
});

describe('allowances', () => {
  const allowancesOf = (text: string, story = '') =>
    manuscriptOf({ 'a.md': text, ...(story ? { 'story.yaml': story } : {}) });

  test('cover the next block, the chapter or the story', () => {
    const text =
      '---\nallow: [{ rule: a/b, reason: because }]\n---\nOne.\n\n<!-- allow c/d: a hologram, chapter 9 explains -->\nTwo.\n\nThree.';
    const { allowances, problems } = allowancesOf(text, 'allow: [{ rule: e/f, reason: since }]');
    expect(problems).toEqual([]);
    expect(
      allowances.map(({ rule, reason, covers }) => [
        rule,
        reason,
        covers && text.slice(covers.start, covers.end).slice(0, 4),
      ]),
    ).toEqual([
      ['e/f', 'since', undefined],
      ['a/b', 'because', '---\n'],
      ['c/d', 'a hologram, chapter 9 explains', 'Two.'],
    ]);
  });

  test.each(['<!-- allow c/d -->', '<!-- allow c/d: -->', '<!-- allow -->'])('without a reason: %s', (comment) => {
    const { allowances, problems } = allowancesOf(`${comment}\n\nOne.`);
    expect(allowances).toEqual([]);
    expect(problems.map(({ rule }) => rule)).toEqual(['format/allowance-without-reason']);
  });
});
