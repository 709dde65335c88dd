/** A folder into a manuscript: gathered from the disk, parsed file by file, and put together. */

import { compose } from './compose.ts';
import { readFrontmatter } from './frontmatter.ts';
import { type Gathered, gather } from './gather.ts';
import type { Manuscript } from './model.ts';
import type { ParsedChapter, ParsedYaml } from './parsed.ts';
import { parseProse } from './prose.ts';
import type { Source } from './source.ts';
import { readYaml } from './yaml.ts';

/** A reader remembers the files that it has parsed: after an edit of one chapter, only that chapter is parsed again. */
export interface Reader {
  readonly read: (folder: string) => Manuscript;
  /** The same from files that are in memory. */
  readonly compose: (files: Gathered) => Manuscript;
}

export interface ReaderOptions {
  /** Told of every chapter that is looked at, and of how many there are. */
  readonly onChapter?: (done: number, all: number) => void;
}

export function manuscriptReader({ onChapter }: ReaderOptions = {}): Reader {
  const chapters = new Map<string, ParsedChapter>();
  const yaml = new Map<string, ParsedYaml>();
  const composeFiles = (files: Gathered): Manuscript =>
    compose(
      files,
      remembered(files.chapters, chapters, parseChapter, onChapter),
      files.story ? remembered([files.story], yaml, parseYaml)[0] : undefined,
      remembered(files.bible, yaml, parseYaml),
    );
  return { read: (folder) => composeFiles(gather(folder)), compose: composeFiles };
}

/** Reads a manuscript once. Throws only where the folder cannot be read at all. */
export const readManuscript = (folder: string): Manuscript => manuscriptReader().read(folder);

function remembered<T extends { readonly source: Source }>(
  sources: readonly Source[],
  memory: Map<string, T>,
  parse: (source: Source) => T,
  onEach?: (done: number, all: number) => void,
): T[] {
  return sources.map((source, i) => {
    onEach?.(i + 1, sources.length);
    const known = memory.get(source.file);
    if (known && known.source.text === source.text) return known;
    const fresh = parse(source);
    memory.set(source.file, fresh);
    return fresh;
  });
}

function parseChapter(source: Source): ParsedChapter {
  const { fields, end, problems } = readFrontmatter(source);
  return {
    source,
    ...(fields ? { frontmatter: fields } : {}),
    proseStart: end,
    prose: parseProse(source, end),
    problems,
  };
}

const parseYaml = (source: Source): ParsedYaml => ({
  source,
  ...readYaml(source, source.text.charCodeAt(0) === 0xfeff ? 1 : 0, source.text.length),
});
