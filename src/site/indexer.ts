/** Pagefind, in a thread of its own: all the records of a site in, the files of its index out. */

import { parentPort, workerData } from 'node:worker_threads';

export interface IndexRecord {
  readonly url: string;
  /** A page of HTML. */
  readonly content: string;
}

export interface IndexOrder {
  readonly language: string;
  /** What stands in the records and is not to be found. */
  readonly excludeSelectors: readonly string[];
  readonly records: readonly IndexRecord[];
}

export interface IndexAnswer {
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
  /** Why there is no index; empty where there is one. */
  readonly errors: readonly string[];
}

const none = (errors: readonly string[]): IndexAnswer => ({ files: [], errors });

async function indexOf({ language, excludeSelectors, records }: IndexOrder): Promise<IndexAnswer> {
  const { createIndex, close } = await import('pagefind');
  try {
    const { index, errors } = await createIndex({
      forceLanguage: language,
      excludeSelectors: [...excludeSelectors],
    });
    if (!index) return none(errors);
    // One after the other, so that the same manuscript gives the same bytes.
    for (const record of records) {
      const added = await index.addHTMLFile(record);
      if (added.errors.length > 0) return none(added.errors);
    }
    return await index.getFiles();
  } finally {
    await close();
  }
}

parentPort?.postMessage(await indexOf(workerData as IndexOrder).catch((error: Error) => none([error.message])));
