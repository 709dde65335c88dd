/**
 * A site's press: its pages as Astro compiles them, with styles and scripts, but without a word of the story. Compiling
 * takes seconds however short the story is, so a press is kept and prints until the look of the site changes.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { digestOf } from '../../editions/memory.ts';
import { paddVersion } from '../../editions/version.ts';
import padd, { lookOf } from '../integration.ts';
import type { Site } from '../site.ts';
import { loadAstro, packageRoot } from '../workshop.ts';
import type { Printer } from './printer.ts';

export interface Press {
  /** Of all that it was made from. */
  readonly key: string;
  /** The folder of what every site of this look has beside its pages: styles, scripts, typefaces. */
  readonly files: string;
  /** Takes the site from its place on the shelf when it is loaded, once in the life of a folder. */
  readonly load: () => Promise<Printer>;
}

/** Says which press lies in a folder; written last, so that half of one is none. */
const LABEL = 'press.json';

/**
 * The press in a folder if it is this site’s, else a new one in its place.
 *
 * @param place where the site lies on the shelf
 * @param workshop a folder for what is needed while it is made
 */
export async function pressIn(folder: string, site: Site, place: string, workshop: URL): Promise<Press> {
  const key = digestOf([paddVersion(), place, JSON.stringify(lookOf(site))]);
  const files = join(folder, 'files');
  if (labelOf(folder) !== key) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await compile(folder, files, site, place, workshop);
    writeFileSync(join(folder, LABEL), JSON.stringify({ key }));
  }
  return {
    key,
    files,
    load: () => import(pathToFileURL(entryIn(join(folder, 'code'))).href),
  };
}

function labelOf(folder: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, LABEL), 'utf8')).key;
  } catch {
    return undefined;
  }
}

function entryIn(folder: string): string {
  const name = existsSync(folder) && readdirSync(folder).find((file) => file.startsWith('prerender-entry.'));
  if (!name) throw new Error(`Astro has left no way in to the pages in ${folder}`);
  return join(folder, name);
}

async function compile(folder: string, files: string, site: Site, place: string, workshop: URL): Promise<void> {
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    const { build } = await loadAstro();
    await build({
      root: fileURLToPath(packageRoot),
      configFile: false,
      // What goes wrong is thrown.
      logLevel: 'silent',
      outDir: files,
      cacheDir: fileURLToPath(new URL('cache/', workshop)),
      integrations: [padd({ site, place, workshop, press: pathToFileURL(`${folder}/`) })],
    });
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}
