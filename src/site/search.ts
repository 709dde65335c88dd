/** The search index, in the parts that a browser fetches one by one. */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PublishError } from '../editions/error.ts';
import type { IndexAnswer, IndexOrder } from './indexer.ts';
import type { Stock } from './press/stock.ts';
import { chapterOf, type Volume, volumesOf } from './records.ts';
import type { Site } from './site.ts';

/** An index that is being made. */
export interface Indexing {
  /** Puts it below a site’s folder. Throws where it cannot be made. */
  readonly write: (folder: string) => Promise<void>;
  /** Nobody wants it any more. */
  readonly stop: () => void;
}

/** What an earlier run has made: its files, and a list of which volume they are of. */
export interface KeptIndex {
  readonly stock: Stock;
  readonly list: string;
}

/** A volume that lies in a site. */
interface Made {
  readonly key: string;
  /** Below the volume’s folder, each with a digest of what stands in it. */
  readonly files: readonly (readonly [path: string, digest: string])[];
  /** The names of the records in the order of the chapters. */
  readonly records: readonly string[];
}

/** Pagefind’s own interfaces, which nobody would see here; and of later volumes the program, which comes with the first. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
const onlyOnce = /^pagefind(?:-worker)?\.js$/;

/** Begins to index what an earlier run has not, in a thread beside us: who begins early does not wait for it. */
export function beginIndex(site: Site, kept?: KeptIndex): Indexing {
  const volumes = volumesOf(site);
  const before = readList(kept?.list);
  const wanted = volumes.filter(({ folder, key }) => before.get(folder)?.key !== key);
  const work = wanted.length > 0 ? indexing(wanted.map(({ order }) => order())) : undefined;
  return {
    stop: () => work?.stop(),
    async write(folder) {
      const fresh = await (work?.answers ?? []);
      const made = new Map<string, Made>();
      for (const volume of volumes) {
        const at = wanted.indexOf(volume);
        const old = at < 0 ? take(before.get(volume.folder), volume, folder, kept) : undefined;
        const answer = old ? undefined : (fresh[at] ?? (await indexing([volume.order()]).answers)[0]);
        made.set(volume.folder, old ?? put(answer as IndexAnswer, volume, folder, kept));
      }
      const records = [...made.values()].map((volume) => volume.records);
      writeFileSync(join(folder, 'pagefind/chapters.json'), JSON.stringify(records));
      if (kept) writeFileSync(kept.list, JSON.stringify([...made]));
    },
  };
}

function indexing(orders: readonly IndexOrder[]): {
  readonly answers: Promise<readonly IndexAnswer[]>;
  readonly stop: () => void;
} {
  const worker = new Worker(new URL('./indexer.ts', import.meta.url), { workerData: orders });
  const answers = new Promise<readonly IndexAnswer[]>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () => reject(new Error('it was stopped')));
  }).then(
    (all) => (all.some(({ errors }) => errors.length > 0) ? fail(all.flatMap(({ errors }) => errors)) : all),
    (error: Error) => fail([error.message]),
  );
  // It is told to whoever asks for them.
  answers.catch(() => {});
  return { answers, stop: () => void worker.terminate() };
}

/** A volume from the stock: all of it, or nothing. */
function take(made: Made | undefined, { folder }: Volume, site: string, kept?: KeptIndex): Made | undefined {
  if (!made || !kept) return undefined;
  const whole = made.files.every(([path, digest]) => {
    const file = join(folder, path);
    return kept.stock.take(file, digest, join(site, file));
  });
  if (!whole) rmSync(join(site, folder), { recursive: true, force: true });
  return whole ? made : undefined;
}

/** Most files of a volume are the same after an edit, and taken from the stock. */
function put(answer: IndexAnswer, volume: Volume, site: string, kept?: KeptIndex): Made {
  const { folder, before, key } = volume;
  const shown = answer.files.filter(({ path }) => !unused.test(path) && !(before > 0 && onlyOnce.test(path)));
  makeFolders(
    join(site, folder),
    shown.map(({ path }) => path),
  );
  const records: string[] = [];
  const files = shown.map(({ path, content }) => {
    const file = join(folder, path);
    const digest = createHash('sha256').update(content).digest('base64url');
    if (!kept?.stock.take(file, digest, join(site, file))) {
      writeFileSync(join(site, file), content);
      kept?.stock.put(file, digest);
    }
    if (path.endsWith('.pf_fragment')) records[chapterOf(content) - 1 - before] = basename(path, '.pf_fragment');
    return [path, digest] as const;
  });
  return { key, files, records };
}

function makeFolders(within: string, files: readonly string[]): void {
  for (const folder of new Set(files.map(dirname))) mkdirSync(join(within, folder), { recursive: true });
}

function readList(list: string | undefined): ReadonlyMap<string, Made> {
  try {
    return new Map(list === undefined ? [] : JSON.parse(readFileSync(list, 'utf8')));
  } catch {
    return new Map();
  }
}

function fail(errors: readonly string[]): never {
  throw new PublishError(
    `the search index could not be made: ${errors.join('; ')}; \`search: false\` in story.yaml builds the site without it`,
  );
}
