/** The preview server: the site of a manuscript that is being written, with drafts, findings and a reload on every edit. */

import { fileURLToPath } from 'node:url';
import padd from './integration.ts';
import { openPreview, type PreviewOptions } from './preview.ts';
import { freshPlace, removeSite } from './shelf.ts';
import { loadAstro, openWorkshop, packageRoot } from './workshop.ts';

export interface DevOptions extends PreviewOptions {
  /** Default: 4321, or the next that is free. */
  readonly port?: number | undefined;
  /** Default: this machine alone; `true` or an address: others may look on. */
  readonly host?: string | boolean | undefined;
}

export interface DevServer {
  /** Where the story page is. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function devServer({ port, host, ...options }: DevOptions): Promise<DevServer> {
  const preview = openPreview(options);
  const place = freshPlace();
  const workshop = openWorkshop();
  const environment = process.env.NODE_ENV;
  // Under `test` or `production` Vite would not reload the page.
  process.env.NODE_ENV = 'development';
  const clean = (): void => {
    removeSite(place);
    workshop.remove();
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  };
  try {
    const { dev } = await loadAstro();
    const server = await dev({
      root: fileURLToPath(packageRoot),
      configFile: false,
      logLevel: 'error',
      cacheDir: fileURLToPath(new URL('cache/', workshop.url)),
      server: { ...(port === undefined ? {} : { port }), ...(host === undefined ? {} : { host }) },
      integrations: [padd({ preview, place, workshop: workshop.url })],
    });
    const shownHost = typeof host === 'string' && !/^(?:0\.0\.0\.0|::)$/.test(host) ? host : 'localhost';
    const at = shownHost.includes(':') ? `[${shownHost}]` : shownHost;
    const url = `http://${at}:${server.address.port}${preview.site.addresses.base}`;
    // Vite reads a page’s modules when it is first asked for; better now than when the author looks.
    fetch(url).catch(() => {});
    return {
      url,
      async stop() {
        await server.stop();
        clean();
      },
    };
  } catch (error) {
    clean();
    throw error;
  }
}
