/** A dash—like this one—and a dash – like that one – in one story. */

import type { Rule } from '../../lint.ts';
import { dashesOf, usualDash } from './dashes.ts';
import { mixed } from './marking.ts';

const say: Readonly<Record<string, string>> = {
  '—': '`—` without spaces',
  ' — ': '`—` between spaces',
  ' – ': '`–` between spaces',
  '--': '`--` without spaces',
  ' -- ': '`--` between spaces',
  ' - ': '`-` between spaces',
};

export const mixedDashes: Rule = {
  id: 'typography/mixed-dashes',
  severity: 'warning',
  check(manuscript) {
    const usual = usualDash(manuscript);
    if (!usual) return [];
    const typed = usual.includes('-');
    const dashes = dashesOf(manuscript).filter(({ way }) => {
      // Hyphens in a story of dashes are `typography/hyphen-for-dash`’s; ` - ` is printed as ` – `.
      if (way !== usual && way.includes('-')) return false;
      return !(typed && usual === ' - ' && way === ' – ');
    });
    return mixed(
      dashes,
      (other) =>
        `${say[other.way]} stands here, and ${say[usual]} elsewhere; choose one kind of dash for the whole story`,
      () => usual,
    );
  },
};
