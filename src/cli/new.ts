/** `padd new`: a story to begin with, which builds and lints clean as it is. */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { titleOfName } from '../manuscript/headings.ts';
import { readArguments } from './arguments.ts';
import { starterFiles } from './starter.ts';
import { UsageError } from './terminal.ts';

export async function newCommand(args: readonly string[]): Promise<number> {
  const [name] = readArguments(args, {}, 1).words;
  if (name === undefined) throw new UsageError('name the folder to make, as in `padd new my-story`');
  const folder = resolve(name);
  if (existsSync(folder) && (!isFolder(folder) || readdirSync(folder).length > 0)) {
    throw new UsageError(`${name} exists already, and nothing in it is touched; name another folder`);
  }
  const beside = `${folder}.tmp-${process.pid}`;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(beside);
    for (const [file, text] of Object.entries(starterFiles(titleOfName(basename(folder)))))
      writeFileSync(join(beside, file), text);
    // An empty folder may stand there already; it gives way.
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw new UsageError(
      `${name} cannot be made: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`,
    );
  }
  const here = relative(process.cwd(), folder) || '.';
  process.stdout.write(`${here} is ready: story.yaml, bible.yaml and a first chapter.

  padd dev ${here}      write, and watch it change
  padd lint ${here}     what contradicts itself
  padd build ${here}    site and EPUB into dist/
`);
  return 0;
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
