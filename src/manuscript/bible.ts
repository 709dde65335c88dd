/** The story bible: what is true in the story, under ids and names. */

import { table } from './collections.ts';
import type { Kind, Reading, Reference, Stated, Table } from './fields.ts';
import { record } from './record.ts';
import { type BibleFields, bibleTables } from './schema.ts';
import type { Span } from './source.ts';
import { isMapNode, type MapNode, type Node } from './yaml.ts';

export interface Entry<T extends Table = Table> {
  readonly table: T;
  readonly id: string;
  /** Where its id stands. */
  readonly span: Span;
  readonly name: string;
  /** Its name and aliases, each with its place; the id's place for a name that is not written. */
  readonly names: readonly Stated<string>[];
  readonly fields: BibleFields[T];
}

export type BibleTables = { readonly [T in Table]: ReadonlyMap<string, Entry<T>> };

export interface Bible extends BibleTables {
  /** The entry with an id, in whichever table it stands. */
  readonly entry: (id: string) => Entry | undefined;
  /** The entries that an id, a name or an alias may mean, in some tables. Case and the kind of apostrophe do not count. */
  readonly named: <T extends Table>(text: string, ...tables: readonly T[]) => readonly Entry<T>[];
  /** What contains a place: a place or a ship; undefined for the outermost and for what is unknown. */
  readonly containerOf: (entry: Entry) => Entry<'places' | 'ships'> | undefined;
  /** An entry and all that contain it, from the inside out. Ends where containment runs in a circle. */
  readonly around: (entry: Entry) => readonly Entry[];
}

export const tableNames = Object.keys(bibleTables) as readonly Table[];

/** A name as it is compared: case, width of spaces and kinds of apostrophe folded. */
export const foldName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** Whether an entry is of one of some tables. */
export const isOf = <T extends Table>(entry: Entry | undefined, ...tables: readonly T[]): entry is Entry<T> =>
  entry !== undefined && (tables as readonly Table[]).includes(entry.table);

/** Reads the bible from one file or several, each of which may hold any of the tables. */
export function readBible(files: readonly Node[], reading: Reading): Bible {
  const tables = Object.fromEntries(tableNames.map((name) => [name, new Map<string, Entry>()])) as unknown as {
    [T in Table]: Map<string, Entry<T>>;
  };
  const ids = new Map<string, Entry>();
  const rawTables = record(
    Object.fromEntries(tableNames.map((name) => [name, { kind: anyTable, means: name }])),
    'the bible (its tables are characters, ships, places, events, objects, words and threads)',
  );
  for (const file of files) {
    const found = rawTables.read(file, reading) as Partial<Record<Table, MapNode>> | undefined;
    for (const name of tableNames) {
      const node = found?.[name];
      if (node) readTable(name, node, tables[name] as Map<string, Entry>, ids, reading);
    }
  }
  return { ...tables, ...lookups(tables) };
}

/** Tables are read one by one after their names, since each has a kind of entry of its own. */
const anyTable = {
  says: 'a table of entries',
  schema: { type: 'object' },
  read(node: Node, reading: Reading): MapNode | undefined {
    if (isMapNode(node)) return node;
    const message = 'a table of entries belongs here: an id, a colon, and what is true of it';
    reading.problems.push({ rule: 'format/bad-value', message, span: node.span });
    return undefined;
  },
};

function readTable(
  name: Table,
  node: MapNode,
  into: Map<string, Entry>,
  ids: Map<string, Entry>,
  reading: Reading,
): void {
  const kind = table(bibleTables[name] as Kind<BibleFields[Table]>, 'a table of entries');
  for (const { key, keySpan, value } of kind.read(node, reading) ?? []) {
    const fields = value as { name?: Stated<string>; aliases?: readonly Stated<string>[] };
    const plain = { value: name === 'words' ? key : lastPart(key), span: keySpan };
    const names = name === 'words' ? [plain] : [fields.name ?? plain, ...(fields.aliases ?? [])];
    const entry: Entry = { table: name, id: key, span: keySpan, name: names[0]?.value ?? key, names, fields: value };
    const known = ids.get(key);
    if (known) {
      reading.problems.push({
        rule: 'format/duplicate-id',
        message: `\`${key}\` is the id of two entries; only the first counts`,
        span: keySpan,
        related: [{ span: known.span, message: `\`${key}\` stands here first, among the ${known.table}` }],
      });
      continue;
    }
    ids.set(key, entry);
    into.set(key, entry);
  }
}

/** `starbase-112/brig` without a name of its own is called `brig`. */
const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1).replaceAll('-', ' ');

/** Everything that an entry may be called: its id, its names, and a ship's name behind its prefix. */
function formsOf(entry: Entry): string[] {
  const names = entry.names.map(({ value }) => value);
  const prefix = isOf(entry, 'ships') ? (entry.fields as BibleFields['ships']).prefix?.value : undefined;
  return [entry.id, ...names, ...(prefix ? [`${prefix} ${entry.name}`] : [])];
}

function lookups(tables: BibleTables): Omit<Bible, Table> {
  const byName = new Map<string, Entry[]>();
  for (const name of tableNames) {
    for (const entry of tables[name].values() as IterableIterator<Entry>) {
      for (const key of new Set(formsOf(entry).map(foldName))) {
        byName.set(key, [...(byName.get(key) ?? []), entry]);
      }
    }
  }
  const entry = (id: string): Entry | undefined => {
    for (const name of tableNames) {
      const found = tables[name].get(id);
      if (found) return found;
    }
    return undefined;
  };
  const named = <T extends Table>(text: string, ...wanted: readonly T[]): readonly Entry<T>[] => {
    const exact = entry(text);
    if (isOf(exact, ...wanted)) return [exact];
    const key = foldName(text);
    return (byName.get(key) ?? byName.get(key.replace(/^the /, '')) ?? []).filter((found) =>
      isOf(found, ...wanted),
    ) as Entry<T>[];
  };
  const containerOf = (inner: Entry): Entry<'places' | 'ships'> | undefined => {
    const said = isOf(inner, 'places') ? (inner.fields as BibleFields['places']).in?.value : undefined;
    const slash = inner.id.lastIndexOf('/');
    const outer = said ?? (slash > 0 ? inner.id.slice(0, slash) : undefined);
    return outer === undefined ? undefined : named(outer, 'places', 'ships')[0];
  };
  const around = (inner: Entry): readonly Entry[] => {
    const chain: Entry[] = [];
    for (let here: Entry | undefined = inner; here && !chain.includes(here); here = containerOf(here)) chain.push(here);
    return chain;
  };
  return { entry, named, containerOf, around };
}

/** The entry that a reference means: the only one of that name, or undefined. */
export function meant<T extends Table>(
  bible: Bible,
  written: Reference | string,
  ...tables: readonly T[]
): Entry<T> | undefined {
  const found = bible.named(typeof written === 'string' ? written : written.value, ...tables);
  return found.length === 1 ? found[0] : undefined;
}
