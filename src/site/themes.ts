/**
 * The looks that a story may choose: each a file of tokens, and nothing else. Ours are below `styles/themes/`; an author’s
 * own is `themes/<name>.css` beside the chapters, and goes before one of ours with the same name.
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PublishError } from '../editions/error.ts';
import type { Stated } from '../manuscript/fields.ts';
import { nearest } from '../manuscript/nearest.ts';
import { placeOf } from '../reports/text.ts';

export interface Theme {
  readonly name: string;
  /** Its style sheet: an absolute path. */
  readonly file: string;
  /** Of what the sheet holds, and what lies beside it: another where any of that has been edited. */
  readonly digest: string;
  /** The ground of its pages by day and by night, for what a browser draws around them. */
  readonly paper: { readonly light: string; readonly dark: string };
}

const ours = fileURLToPath(new URL('../../styles/themes/', import.meta.url));
const DEFAULT = 'log';

export const themeNames = (folder = ours): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.css'))
        .map((file) => file.slice(0, -'.css'.length))
        .sort()
    : [];

/** Throws where there is none of that name, and where an author’s own lacks something that a page needs. */
export function themeOf(written: Stated<string> | undefined, manuscript: string): Theme {
  const own = join(manuscript, 'themes');
  const names = [...new Set([...themeNames(own), ...themeNames()])].sort();
  const name = written?.value ?? DEFAULT;
  if (!names.includes(name)) {
    const near = nearest(name, names);
    const place = written ? `${placeOf(written.span)}: ` : '';
    throw new PublishError(
      `${place}there is no theme “${name}”; ${near ? `did you mean \`${near}\`? There are` : 'there are'} ${names.map((known) => `\`${known}\``).join(', ')}`,
    );
  }
  const isOwn = themeNames(own).includes(name);
  const file = join(isOwn ? own : ours, `${name}.css`);
  const css = readFileSync(file, 'utf8');
  if (isOwn) checkTokens(css, file);
  const light = /--paper: *(#[\da-f]{3,8})/i.exec(css)?.[1] ?? '#ffffff';
  const dark = /data-theme="dark"\][^}]*--paper: *(#[\da-f]{3,8})/i.exec(css)?.[1];
  return { name, file, digest: digestOf(isOwn ? own : file), paper: { light, dark: dark ?? light } };
}

/** An author’s own sheet may fetch other files: all that lie in its folder count. */
function digestOf(path: string): string {
  const hash = createHash('sha256');
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .map((name) => join(path, name))
        .filter((file) => statSync(file).isFile())
        .sort()
    : [path];
  for (const file of files)
    hash
      .update(`${relative(path, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('base64url');
}

const tokensOf = (css: string): string[] => [...new Set(css.match(/--[\w-]+(?=\s*:)/g))];

/** Components take all that gives a site its character from the tokens of its theme: one that is missing leaves a hole. */
function checkTokens(css: string, file: string): void {
  const has = tokensOf(css);
  const missing = tokensOf(readFileSync(join(ours, `${DEFAULT}.css`), 'utf8')).filter((token) => !has.includes(token));
  if (missing.length > 0)
    throw new PublishError(
      `${file}: a theme sets every token that \`${DEFAULT}.css\` sets; missing here: ${missing.map((token) => `\`${token}\``).join(', ')}`,
    );
}
