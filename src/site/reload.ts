/** An edit of the manuscript, carried to the screen: watched by Vite, read by the preview, shown by a reload. */

import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Preview } from './preview.ts';
import type { Site } from './site.ts';

/** An editor’s save is several events: written beside, renamed, touched. In milliseconds. */
const SETTLES = 30;

/** Files that a manuscript is read from, pictures that it shows, and themes of its own. */
const ofManuscript = /\.(?:md|markdown|ya?ml|css|png|jpe?g|gif|webp|avif|svg)$|lint-baseline\.json$/i;

/** What Astro has gathered of a page’s style sheets, which another theme makes stale. */
const ofStyles = /\bastro:dev-css:/;

export function reloadOnEdit(
  server: ViteDevServer,
  preview: Preview,
  modules: { readonly site: string; readonly theme: string },
  show: (site: Site) => void,
): void {
  const folder = realpathSync(preview.folder);
  let pending: NodeJS.Timeout | undefined;
  let { theme } = preview.site;
  const shown = (site: Site): void => {
    show(site);
    const isOther = site.theme.file !== theme.file || site.theme.digest !== theme.digest;
    theme = site.theme;
    forget(server, (id) => id === modules.site || (isOther && (id === modules.theme || ofStyles.test(id))));
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
function forget(server: ViteDevServer, isStale: (id: string) => boolean): void {
  for (const environment of Object.values(server.environments)) {
    const { idToModuleMap } = environment.moduleGraph;
    const modules = [...idToModuleMap].flatMap(([id, module]) => (isStale(id) ? [module] : []));
    const stale = new Set(modules);
    for (const module of modules) environment.moduleGraph.invalidateModule(module, stale, Date.now(), true);
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
