/** Edits of a manuscript's folder, told once they have settled. */

import { watch } from 'chokidar';

/** Files of a manuscript that change what is read. */
export const isManuscriptFile = (path: string): boolean => /\.(?:md|markdown|ya?ml)$|lint-baseline\.json$/i.test(path);

/** Calls back after every edit, never while one is under way; ends with Ctrl+C. */
export function watchFolder(folder: string, edited: () => void): Promise<number> {
  return new Promise((resolve) => {
    let pending: NodeJS.Timeout | undefined;
    const watcher = watch(folder, {
      ignoreInitial: true,
      ignored: (path, stats) => Boolean(stats?.isFile()) && !isManuscriptFile(path),
    });
    watcher.on('all', () => {
      clearTimeout(pending);
      // An editor's save is several events: written beside, renamed, touched.
      pending = setTimeout(() => {
        try {
          edited();
        } catch (error) {
          process.stderr.write(`padd: ${(error as Error).message}\n`);
        }
      }, 50);
    });
    process.once('SIGINT', () => {
      void watcher.close().then(() => resolve(0));
    });
  });
}
