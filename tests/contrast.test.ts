/** Whether every colour of every theme can be read where it stands: WCAG’s ratios, over the tokens themselves. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { themeNames } from '../src/site/themes.ts';

type Tokens = Readonly<Record<string, string>>;

/** The tokens of a theme by what a reader may choose: each stands upon those of the day. */
function palettes(theme: string): Readonly<Record<string, Tokens>> {
  const css = readFileSync(join(import.meta.dirname, `../styles/themes/${theme}.css`), 'utf8');
  const under = (selector: string): Tokens => {
    const start = css.indexOf(`${selector} {`);
    expect(start, `${theme}: ${selector}`).toBeGreaterThan(-1);
    const block = css.slice(start, css.indexOf('}', start));
    return Object.fromEntries(
      [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
    );
  };
  const light = under(':root');
  return {
    light,
    sepia: { ...light, ...under(':root[data-theme="sepia"]') },
    dark: { ...light, ...under(':root[data-theme="dark"]') },
    dim: { ...light, ...under(':root[data-theme="dim"]') },
    night: { ...light, ...under(':root:not([data-theme])') },
  };
}

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(long.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** The least that each token must have, on paper and on panel alike. */
const least: Readonly<Record<string, number>> = {
  ink: 7.5,
  soft: 5.2,
  link: 5.2,
  visited: 5.2,
  accent: 5.2,
  gold: 5.2,
  red: 5.2,
  teal: 5.2,
  danger: 5.2,
  border: 3,
};

test('a pair that WCAG names has the ratio that it says', () => {
  expect(ratio('#777777', '#fff')).toBeCloseTo(4.48, 2);
});

describe.each(themeNames())('%s', (theme) => {
  const all = palettes(theme);
  test('by night it is what Dark is by choice', () => expect(all.night).toEqual(all.dark));

  test.each(Object.entries(all))('%s: every colour can be read on paper and on panel', (_, tokens) => {
    const colour = (name: string): string => {
      const value = tokens[name] ?? '';
      const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
      return other ? colour(other) : value;
    };
    const weak = Object.entries({ ...least, focus: 3 }).flatMap(([name, wanted]) =>
      ['paper', 'panel'].flatMap((ground) => {
        const found = ratio(colour(name), colour(ground));
        return found < wanted ? [`${name} on ${ground}: ${found.toFixed(2)} < ${wanted}`] : [];
      }),
    );
    const marked = ratio(colour('ink'), colour('selection'));
    if (marked < 5.2) weak.push(`ink on selection: ${marked.toFixed(2)}`);
    expect(weak).toEqual([]);
  });
});
