/** A text that is put to the test: files in memory, and the manuscript that they make. */

import type { Gathered } from '../../src/manuscript/gather.ts';
import type { Manuscript } from '../../src/manuscript/model.ts';
import { manuscriptReader, type Reader } from '../../src/manuscript/read.ts';
import type { Source } from '../../src/manuscript/source.ts';

export interface Text {
  readonly name: string;
  readonly gathered: Gathered;
  readonly manuscript: Manuscript;
  /** Remembers the files that it has parsed: a copy with one fault parses one file. */
  readonly reader: Reader;
  /** The line of the file on the disk, where lines were laid over it in memory. */
  readonly lineOnDisk: (file: string, line: number) => number;
}

/** Offsets into a file as it was before any edit. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export function textOf(name: string, gathered: Gathered, lineOnDisk: Text['lineOnDisk'] = (_file, line) => line): Text {
  const reader = manuscriptReader();
  return { name, gathered, manuscript: reader.compose(gathered), reader, lineOnDisk };
}

/** The manuscript with some edits made. */
export function edited({ gathered, reader }: Text, edits: readonly Edit[]): Manuscript {
  const edit = (source: Source): Source => {
    const own = edits.filter(({ file }) => file === source.file).sort((a, b) => b.start - a.start);
    if (own.length === 0) return source;
    const text = own.reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      source.text,
    );
    return { file: source.file, text };
  };
  return reader.compose({
    ...gathered,
    chapters: gathered.chapters.map(edit),
    bible: gathered.bible.map(edit),
    ...(gathered.story ? { story: edit(gathered.story) } : {}),
  });
}

/** Where a place lies once some edits are made: an edit at its borders belongs to it. */
export function moved({ file, start, end }: Place, edits: readonly Edit[]): Place {
  const own = edits.filter((edit) => edit.file === file);
  const by = (before: readonly Edit[]) =>
    before.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const from = start + by(own.filter((edit) => edit.end <= start && edit.start < start));
  const until = end + by(own.filter((edit) => edit.end <= end));
  return { file, start: from, end: Math.max(until, from) };
}
