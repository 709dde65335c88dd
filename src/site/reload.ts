/** An edit of the manuscript, carried to the screen: watched by Vite, read by the preview, shown by a reload. */

import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Preview } from './preview.ts';
import type { Site } from './site.ts';

/** An editor’s save is several events: written beside, renamed, touched. In milliseconds. */
const SETTLES = 30;

/** Files that a manuscript is read from, and pictures that it shows. */
const ofManuscript = /\.(?:md|markdown|ya?ml|png|jpe?g|gif|webp|avif|svg)$|lint-baseline\.json$/i;

export function reloadOnEdit(
  server: ViteDevServer,
  preview: Preview,
  resolved: string,
  show: (site: Site) => void,
): void {
  const folder = realpathSync(preview.folder);
  let pending: NodeJS.Timeout | undefined;
  const shown = (site: Site): void => {
    show(site);
    forget(server, resolved);
    server.environments.client.hot.send({ type: 'full-reload', path: '*' });
  };
  server.watcher.add(folder);
  server.watcher.on('all', (_event, path) => {
    const file = relative(folder, path);
    if (file.startsWith('..') || file.split(sep).some((part) => part.startsWith('.')) || !ofManuscript.test(path))
      return;
    clearTimeout(pending);
    pending = setTimeout(() => preview.refresh(shown), SETTLES);
  });
}

/** Makes every module that has seen the old site look again, pages and their lists of addresses included. */
function forget(server: ViteDevServer, resolved: string): void {
  for (const environment of Object.values(server.environments)) {
    const module = environment.moduleGraph.getModuleById(resolved);
    if (!module) continue;
    const stale = new Set([module]);
    environment.moduleGraph.invalidateModule(module, stale, Date.now(), true);
    const { runner } = environment as { runner?: { evaluatedModules: Evaluated } };
    for (const { id } of stale) {
      const evaluated = id === null ? undefined : runner?.evaluatedModules.getModuleById(id);
      if (evaluated) runner?.evaluatedModules.invalidateModule(evaluated);
    }
  }
}

interface Evaluated {
  readonly getModuleById: (id: string) => object | undefined;
  readonly invalidateModule: (module: object) => void;
}
