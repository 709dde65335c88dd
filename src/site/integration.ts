/** Astro’s one door to the manuscript: its settings, `virtual:padd`, through which pages see the site, and its theme. */

import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openPublication } from '../editions/publication.ts';
import { lint } from '../lint.ts';
import { readManuscript } from '../manuscript/read.ts';
import { speakingCast } from '../reports/speaking.ts';
import { rules } from '../rules/index.ts';
import { writeOffline } from './offline.ts';
import { openPreview, type Preview } from './preview.ts';
import { reloadOnEdit } from './reload.ts';
import { type SearchIndex, searchIndexOf, writeSearchIndex } from './search.ts';
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
}

const VIRTUAL = 'virtual:padd';
/** Vite’s mark for what is no file. */
const RESOLVED = `\0${VIRTUAL}`;
/** The tokens of the theme that the story has chosen. */
const THEME = 'virtual:padd/theme.css';
/** The styles of a gate, where there is one: no page needs them otherwise. */
const GATE = 'virtual:padd/gate.css';
const NOTHING = '\0virtual:padd/nothing';

const here = (path: string): URL => new URL(path, import.meta.url);

export default function padd(options: PaddOptions = {}): AstroIntegration {
  const { place = freshPlace(), workshop } = options;
  const folder = options.folder ?? (process.env.PADD_FOLDER || 'chapters');
  let { preview } = options;
  let built: Site | undefined;
  let search: Promise<SearchIndex> | undefined;
  return {
    name: 'padd',
    hooks: {
      'astro:config:setup'({ command, updateConfig, injectRoute, injectScript }) {
        if (command === 'dev') preview ??= openPreview({ folder, check: (manuscript) => lint(manuscript, rules) });
        const site = preview?.site ?? options.site ?? siteOf(folder);
        const home = site.addresses.absolute('/');
        putSite(place, site);
        built = site;
        // A preview does not know what the story will have next.
        for (const [page, wanted] of Object.entries(optionalPages(site)))
          if (wanted || command === 'dev')
            injectRoute({ pattern: `/${page}`, entrypoint: here(`./options/${page}.astro`) });
        const resolved: Readonly<Record<string, string>> = {
          [VIRTUAL]: RESOLVED,
          [THEME]: site.theme.file,
          [GATE]: site.story.gate || command === 'dev' ? fileURLToPath(here('../../styles/pages/gate.css')) : NOTHING,
        };
        // What only a preview needs is put into its pages from here, so that readers never get it.
        if (command === 'dev')
          injectScript('page-ssr', `import ${JSON.stringify(fileURLToPath(here('../../styles/preview.css')))};`);
        updateConfig({
          srcDir: here('./'),
          publicDir: here('./public/'),
          base: site.addresses.base,
          ...(home ? { site: home } : {}),
          trailingSlash: 'ignore',
          // The default, `jsx`, eats the line breaks between inline elements.
          compressHTML: true,
          build: {
            format: 'directory',
            // Some hosts pass over names that begin with `_`.
            assets: 'assets',
            inlineStylesheets: 'never',
            ...(workshop ? { server: new URL('server/', workshop) } : {}),
          },
          devToolbar: { enabled: false },
          image: { service: { entrypoint: 'astro/assets/services/noop' } },
          vite: {
            plugins: [
              {
                name: 'padd',
                resolveId: (id: string) => resolved[id],
                load: (id: string) => (id === RESOLVED ? moduleFor(place) : id === NOTHING ? '' : undefined),
                buildStart() {
                  if (command === 'build' && this.environment.name === 'client')
                    this.emitFile({ type: 'chunk', id: fileURLToPath(here('./worker/worker.ts')), fileName: 'sw.js' });
                },
              },
            ],
            build: { assetsInlineLimit: 0, rolldownOptions: { output: { assetFileNames: assetName } } },
            server: { fs: { allow: [fileURLToPath(here('../../')), fileURLToPath(packages)] } },
            ...(workshop
              ? {
                  cacheDir: fileURLToPath(new URL('vite/', workshop)),
                  // From the workshop no package can be found: the code that renders pages takes all it needs with it.
                  ...(command === 'build' ? { environments: { prerender: { resolve: { noExternal: true } } } } : {}),
                }
              : {}),
          },
        });
      },
      'astro:config:done'({ setAdapter, buildOutput }) {
        if (workshop && buildOutput === 'static' && !preview) setAdapter(workshopAdapter);
      },
      'astro:build:start'() {
        if (!built?.searchable) return;
        search = searchIndexOf(built);
        // What goes wrong is told when the index is asked for, if the pages come so far.
        search.catch(() => {});
      },
      async 'astro:build:done'({ dir }) {
        if (!built) return;
        writeOffline(fileURLToPath(dir), built.speech.size);
        // Behind it: nobody keeps the index of a story that they have whole.
        if (search) writeSearchIndex(await search, fileURLToPath(dir));
      },
      'astro:server:setup'({ server }) {
        if (preview) reloadOnEdit(server, preview, RESOLVED, (site) => putSite(place, site));
      },
    },
  };
}

/** Astro would call the styles of `[slug].astro` `_slug_`, those of `[...page].astro` `..`; some hosts pass over such names. */
const assetName = ({ names: [name = ''] }: { readonly names: readonly string[] }): string =>
  `assets/${name.replace(/(?:@_@astro)?\.\w+$/, '').replace(/^[\W_]+|[\W_]+$/g, '') || 'page'}.[hash][extname]`;

/** Pages that not every story has, and that nothing leads to where it has none. */
const optionalPages = ({ searchable, people, chronicle }: Site): Readonly<Record<string, boolean>> => ({
  search: searchable,
  characters: people.length > 0,
  timeline: chronicle.occasions.length > 1,
});

/** The folder in which this package’s own packages lie, wherever npm has put it. */
const packages = new URL('..', import.meta.resolve('astro/package.json'));

/**
 * Without an adapter Astro puts the code that renders pages into the folder it was called from, if what it writes lies
 * elsewhere, and two builds meet there. This one asks for nothing but the folder that `build.server` names.
 */
const workshopAdapter = {
  name: 'padd-workshop',
  entrypointResolution: 'auto' as const,
  supportedAstroFeatures: { staticOutput: 'stable' as const },
  adapterFeatures: { buildOutput: 'static' as const, preserveBuildServerDir: true },
};

const siteOf = (folder: string): Site =>
  openSite({ publication: openPublication(readManuscript(folder), { speaking: speakingCast }) });
