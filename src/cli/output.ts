/** Writing: always beside the place that is meant, then put there in one step, so that nothing half-written remains. */

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isWithin } from '../manuscript/gather.ts';
import { isRunning } from '../site/workshop.ts';
import { UsageError } from './terminal.ts';

/** A folder that holds this file was made by Padd, and may be replaced by it. */
const MARK = '.padd';

/** Writes a file beside its place and renames it, so that whoever reads it finds the old text or the new. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.tmp-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw saidPlainly(error, path);
  }
}

/**
 * Fills a fresh folder beside `out` and puts it in its place when that is done. What stood there survives until then,
 * and for good where `fill` fails; when the new one is there, `settle` may take from the old before it is removed. A folder
 * that Padd did not make is never replaced.
 */
export async function replaceFolder(
  out: string,
  manuscript: string,
  fill: (folder: string) => Promise<void>,
  settle: (shown: string, old?: string) => void = () => {},
): Promise<void> {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  refuseUnsafe(target, realpathSync(manuscript));
  const beside = `${target}.tmp-${process.pid}`;
  const old = `${target}.old-${process.pid}`;
  const clean = (): void => rmSync(beside, { recursive: true, force: true });
  const stopped = (signal: NodeJS.Signals): void => {
    clean();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stopped).once('SIGTERM', stopped);
  try {
    removeLeftovers(target);
    mkdirSync(beside, { recursive: true });
    await fill(beside);
    writeFileSync(join(beside, MARK), 'Padd made this folder, and replaces it whole with every build.\n');
    if (existsSync(target)) renameSync(target, old);
    try {
      renameSync(beside, target);
    } catch (error) {
      if (existsSync(old)) renameSync(old, target);
      throw error;
    }
    settle(target, existsSync(old) ? old : undefined);
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    clean();
    throw saidPlainly(error, target);
  } finally {
    process.off('SIGINT', stopped).off('SIGTERM', stopped);
  }
}

function refuseUnsafe(target: string, manuscript: string): void {
  if (isWithin(target, manuscript))
    throw new UsageError(`${target} holds the manuscript itself; name another folder with --out`);
  if (isWithin(manuscript, target))
    throw new UsageError(
      `${target} lies within the manuscript’s folder, where nothing is written; name a folder elsewhere, as in --out ../dist`,
    );
  if (!existsSync(target)) return;
  if (!lstatSync(target).isDirectory()) throw new UsageError(`${target} is a file; name a folder with --out`);
  const held = readdirSync(target);
  if (held.length > 0 && !held.includes(MARK)) {
    throw new UsageError(
      `${target} holds files that Padd did not make (${held.slice(0, 3).join(', ')}${held.length > 3 ? ' …' : ''}); empty it or name another folder with --out`,
    );
  }
}

/** What an earlier build left beside its place when it was killed. */
function removeLeftovers(target: string): void {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const [, pid] =
      /^\.(?:tmp|old)-(\d+)$/.exec(name.startsWith(basename(target)) ? name.slice(basename(target).length) : '') ?? [];
    if (pid && !isRunning(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** What the system refuses, as a sentence with a remedy; everything else as it is. */
function saidPlainly(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new UsageError(`${path} may not be written; name another place with --out`);
  if (code === 'ENOSPC') return new UsageError(`no room is left on the disk for ${path}; nothing was changed`);
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new UsageError(`${path} cannot be made: a file stands in the way`);
  return error;
}
