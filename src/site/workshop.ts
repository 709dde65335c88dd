/** A folder of its own for one run of Astro, gone when the run is over, and the settings that all runs share. */

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Workshop {
  readonly url: URL;
  readonly remove: () => void;
}

const open = new Set<string>();

function removeAll(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'padd-site-'));
  // Also where the run is broken off.
  if (open.size === 0) process.once('exit', removeAll);
  open.add(folder);
  return {
    url: pathToFileURL(`${folder}/`),
    remove() {
      open.delete(folder);
      if (open.size === 0) process.off('exit', removeAll);
      rmSync(folder, { recursive: true, force: true });
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
