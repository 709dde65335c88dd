/** A folder of its own for one run of Astro, gone when the run is over, and the settings that all runs share. */

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Workshop {
  readonly url: URL;
  readonly remove: () => void;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'padd-site-'));
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  // Also where the run is broken off.
  process.once('exit', clean);
  return {
    url: pathToFileURL(`${folder}/`),
    remove() {
      process.off('exit', clean);
      clean();
    },
  };
}

/** Astro, told to keep to itself. It is loaded only where a site is wanted. */
export async function loadAstro(): Promise<typeof import('astro')> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
  return import('astro');
}

/** The folder of this package: one installation serves stories in any folder. */
export const packageRoot = new URL('../../', import.meta.url);

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
