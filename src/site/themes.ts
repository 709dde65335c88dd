/** The looks that a story may choose: each a file of tokens below `styles/themes/`, and nothing else. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PublishError } from '../editions/error.ts';
import type { Stated } from '../manuscript/fields.ts';
import { nearest } from '../manuscript/nearest.ts';
import { placeOf } from '../reports/text.ts';

export interface Theme {
  readonly name: string;
  /** Its style sheet: an absolute path. */
  readonly file: string;
  /** The ground of its pages by day and by night, for what a browser draws around them. */
  readonly paper: { readonly light: string; readonly dark: string };
}

const folder = new URL('../../styles/themes/', import.meta.url);
const DEFAULT = 'log';

export const themeNames = (): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .map((file) => file.slice(0, -'.css'.length))
    .sort();

/** Throws where there is none of that name. */
export function themeOf(written: Stated<string> | undefined): Theme {
  const names = themeNames();
  const name = written?.value ?? DEFAULT;
  if (!names.includes(name)) {
    const near = nearest(name, names);
    const place = written ? `${placeOf(written.span)}: ` : '';
    throw new PublishError(
      `${place}there is no theme “${name}”; ${near ? `did you mean \`${near}\`? There are` : 'there are'} ${names.map((known) => `\`${known}\``).join(', ')}`,
    );
  }
  const file = fileURLToPath(new URL(`${name}.css`, folder));
  const css = readFileSync(file, 'utf8');
  const light = /--paper: (#[\da-f]{3,8})/i.exec(css)?.[1] ?? '#ffffff';
  const dark = /data-theme="dark"\][^}]*--paper: (#[\da-f]{3,8})/i.exec(css)?.[1];
  return { name, file, paper: { light, dark: dark ?? light } };
}
