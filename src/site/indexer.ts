/** Pagefind, in a thread of its own: the records of volumes in, the files of their indexes out. */

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

type Pagefind = typeof import('pagefind');

async function indexOf(
  { createIndex }: Pagefind,
  { language, excludeSelectors, records }: IndexOrder,
): Promise<IndexAnswer> {
  const { index, errors } = await createIndex({ forceLanguage: language, excludeSelectors: [...excludeSelectors] });
  if (!index) return none(errors);
  // One after the other, so that the same manuscript gives the same bytes.
  for (const record of records) {
    const added = await index.addHTMLFile(record);
    if (added.errors.length > 0) return none(added.errors);
  }
  const made = await index.getFiles();
  await index.deleteIndex();
  return made;
}

async function answer(orders: readonly IndexOrder[]): Promise<readonly IndexAnswer[]> {
  const pagefind = await import('pagefind');
  try {
    const answers: IndexAnswer[] = [];
    for (const order of orders) answers.push(await indexOf(pagefind, order));
    return answers;
  } finally {
    await pagefind.close();
  }
}

parentPort?.postMessage(await answer(workerData).catch((error: Error) => [none([error.message])]));
