/** Astro’s one door to the manuscript: its settings, `virtual:padd`, through which pages see the site, and its theme. */

import { renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { openPublication } from '../editions/publication.ts';
import { lint } from '../lint.ts';
import { readManuscript } from '../manuscript/read.ts';
import { speakingCast } from '../reports/speaking.ts';
import { rules } from '../rules/index.ts';
import { completeSite } from './complete.ts';
import { openPreview, type Preview } from './preview.ts';
import { reloadOnEdit } from './reload.ts';
import { beginIndex, type Indexing } from './search.ts';
import { freshPlace, moduleFor, putSite } from './shelf.ts';
import { openSite, type Site } from './site.ts';

export interface PaddOptions {
  /** What a build prints. Where neither it nor a preview is given, the manuscript is read here. */
  readonly site?: Site;
  /** What a server shows. */
  readonly preview?: Preview;
  /** The manuscript to read; default: $PADD_FOLDER, else `chapters`. */
  readonly folder?: string;
  /** Under which name the site lies on the shelf. */
  readonly place?: string;
  /** Where this run may leave what it needs while it lasts: a folder of its own. Absent: Astro’s own places. */
  readonly workshop?: URL;
  /** Where the code that prints pages is left instead of pages. */
  readonly press?: URL;
}

const VIRTUAL = 'virtual:padd';
/** Vite’s mark for what is no file. */
const RESOLVED = `\0${VIRTUAL}`;
/** The tokens of the theme that the story has chosen. */
const THEME = 'virtual:padd/theme.css';
/** The same in a preview, where another may be chosen at any time: a sheet that fetches it. */
const CHOSEN = '/@padd/theme.css';
/** The styles of a gate, where there is one: no page needs them otherwise. */
const GATE = 'virtual:padd/gate.css';
/** A typeface for the letters of the story, where the usual one has none of them. */
const FACE = 'virtual:padd/face';
const NOTHING = '\0virtual:padd/nothing';

const here = (path: string): URL => new URL(path, import.meta.url);

export default function padd(options: PaddOptions = {}): AstroIntegration {
  const { place = freshPlace(), workshop, press } = options;
  const folder = options.folder ?? (process.env.PADD_FOLDER || 'chapters');
  let { preview } = options;
  let built: Site | undefined;
  let shown: Site | undefined;
  let search: Indexing | undefined;
  return {
    name: 'padd',
    hooks: {
      'astro:config:setup'({ command, updateConfig, injectRoute, injectScript }) {
        if (command === 'dev') preview ??= openPreview({ folder, check: (manuscript) => lint(manuscript, rules) });
        const site = preview?.site ?? options.site ?? siteOf(folder);
        putSite(place, site);
        built = site;
        shown = site;
        const { base, home, theme, gate, face, pages } = lookOf(site);
        // A preview does not know what the story will have next.
        for (const page of command === 'dev' ? Object.keys(optionalPages(site)) : pages)
          injectRoute({ pattern: `/${page}`, entrypoint: here(`./options/${page}.astro`) });
        const resolved: Readonly<Record<string, string>> = {
          [VIRTUAL]: RESOLVED,
          [THEME]: command === 'dev' ? CHOSEN : theme.file,
          [FACE]: fileURLToPath(here(`./faces/${face}.ts`)),
          [GATE]: gate || command === 'dev' ? fileURLToPath(here('../../styles/pages/gate.css')) : NOTHING,
        };
        // What only a preview needs is put into its pages from here, so that readers never get it.
        if (command === 'dev')
          injectScript('page-ssr', `import ${JSON.stringify(fileURLToPath(here('../../styles/preview.css')))};`);
        updateConfig({
          srcDir: here('./'),
          publicDir: here('./public/'),
          base,
          ...(home ? { site: home } : {}),
          trailingSlash: 'ignore',
          // The default, `jsx`, eats the line breaks between inline elements.
          compressHTML: true,
          build: {
            format: 'directory',
            // Some hosts pass over names that begin with `_`.
            assets: 'assets',
            inlineStylesheets: 'never',
            ...(press ? { server: new URL('server/', press) } : {}),
          },
          devToolbar: { enabled: false },
          image: { service: { entrypoint: 'astro/assets/services/noop' } },
          vite: {
            plugins: [
              {
                name: 'padd',
                resolveId: (id: string) => resolved[id],
                load(id: string) {
                  if (id === RESOLVED) return moduleFor(place);
                  if (id === CHOSEN) return `@import ${JSON.stringify(shown?.theme.file)};`;
                  return id === NOTHING ? '' : undefined;
                },
                configEnvironment: (name: string) =>
                  press && name === 'prerender' ? { build: { rolldownOptions: { input: PRINTER } } } : undefined,
                buildStart() {
                  if (command === 'build' && this.environment.name === 'client')
                    this.emitFile({ type: 'chunk', id: fileURLToPath(here('./worker/worker.ts')), fileName: 'sw.js' });
                },
              },
            ],
            build: {
              assetsInlineLimit: 0,
              // A `const` on top may be written where it is used, a `var` not.
              rolldownOptions: { output: { assetFileNames: assetName, topLevelVar: false } },
            },
            server: { fs: { allow: [fileURLToPath(here('../../')), fileURLToPath(packages)] } },
            ...(workshop
              ? {
                  cacheDir: fileURLToPath(new URL('vite/', workshop)),
                  // Where it lies no package can be found: the code that prints pages takes all it needs with it.
                  ...(press ? { environments: { prerender: { resolve: { noExternal: true } } } } : {}),
                }
              : {}),
          },
        });
      },
      'astro:config:done'({ setAdapter }) {
        if (press) setAdapter(pressAdapter);
      },
      'astro:build:start'({ setPrerenderer }) {
        if (press) setPrerenderer(keepCode(press));
        else if (built?.searchable) search = beginIndex(built);
      },
      async 'astro:build:done'({ dir }) {
        if (built && !press) await completeSite(built, fileURLToPath(dir), search);
      },
      'astro:server:setup'({ server }) {
        if (!preview) return;
        reloadOnEdit(server, preview, { site: RESOLVED, theme: CHOSEN }, (site) => {
          putSite(place, site);
          shown = site;
        });
      },
    },
  };
}

/** Astro would call the styles of `[slug].astro` `_slug_`, those of `[...page].astro` `..`; some hosts pass over such names. */
const assetName = ({ names: [name = ''] }: { readonly names: readonly string[] }): string =>
  `assets/${name.replace(/(?:@_@astro)?\.\w+$/, '').replace(/^[\W_]+|[\W_]+$/g, '') || 'page'}.[hash][extname]`;

/** Pages that not every story has, and that nothing leads to where it has none. */
const optionalPages = ({ searchable, people, chronicle, news }: Site): Readonly<Record<string, boolean>> => ({
  search: searchable,
  characters: people.length > 0,
  timeline: chronicle.occasions.length > 1,
  news: news.length > 0,
});

/** The folder in which this package’s own packages lie, wherever npm has put it. */
const packages = new URL('..', import.meta.resolve('astro/package.json'));

/** All that the pages of a site are compiled for: two sites of the same look can be printed with the same code. */
export const lookOf = (site: Site) => ({
  base: site.addresses.base,
  home: site.addresses.absolute('/'),
  theme: { file: site.theme.file, digest: site.theme.digest },
  gate: site.story.gate !== undefined,
  face: site.face?.name ?? 'none',
  pages: Object.entries(optionalPages(site)).flatMap(([page, wanted]) => (wanted ? [page] : [])),
});

const PRINTER = fileURLToPath(here('./press/printer.ts'));

/**
 * Without an adapter Astro puts the code that prints pages into the folder it was called from, and takes it away at the end.
 * This one asks for nothing but the folder that `build.server` names.
 */
const pressAdapter = {
  name: 'padd-press',
  entrypointResolution: 'auto' as const,
  supportedAstroFeatures: { staticOutput: 'stable' as const },
  adapterFeatures: { buildOutput: 'static' as const, preserveBuildServerDir: true },
};

/** In place of what would print the pages at once. */
const keepCode = (press: URL): AstroPrerenderer => ({
  name: 'padd-press',
  // Astro removes it once it has printed.
  setup: async () => renameSync(new URL('server/.prerender/', press), new URL('code/', press)),
  getStaticPaths: async () => [],
  render: async () => new Response(),
});

const siteOf = (folder: string): Site =>
  openSite({ publication: openPublication(readManuscript(folder), { speaking: speakingCast }) });
