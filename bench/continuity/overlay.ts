/**
 * Facts laid over a book that has none: a bible, a story.yaml, and for each chapter what holds in it. The book itself stays
 * where it stands; everything here is put together in memory.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { comparePaths, type Gathered } from '../../src/manuscript/gather.ts';
import { type Text, textOf } from './text.ts';

/** `scenes.yaml` of a book. */
interface Facts {
  /** The book prints its journals as block quotations, one or two deep: they are its narration. */
  readonly unquoted?: boolean;
  readonly chapters: Readonly<Record<string, ChapterFacts>>;
}

interface ChapterFacts {
  /** Becomes frontmatter as it is written. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Scenes that open in front of a paragraph, by the words that it begins with. */
  readonly scenes?: readonly ({ readonly at: string } & Readonly<Record<string, unknown>>)[];
}

/** A book of the corpus with its facts laid over it; undefined where the corpus is not there. */
export function bookOf(name: string, corpus: string): Text | undefined {
  const folder = join(corpus, name);
  if (!existsSync(folder)) return undefined;
  const over = join(import.meta.dirname, 'books', name);
  const read = (file: string): string | undefined =>
    existsSync(join(over, file)) ? readFileSync(join(over, file), 'utf8') : undefined;
  const facts: Facts = { chapters: {}, ...(parse(read('scenes.yaml') ?? '{}') as Partial<Facts>) };
  const added = new Map<string, readonly number[]>();
  const chapters = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort(comparePaths)
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const laid = overlaid(facts.unquoted ? unquoted(text) : text, facts.chapters[file] ?? {}, file);
      added.set(file, laid.added);
      return { file, text: laid.text };
    });
  const [story, bible] = [read('story.yaml'), read('bible.yaml')];
  const gathered: Gathered = {
    folder,
    chapters,
    bible: bible === undefined ? [] : [{ file: 'bible.yaml', text: bible }],
    ...(story === undefined ? {} : { story: { file: 'story.yaml', text: story } }),
    files: new Set(chapters.map(({ file }) => file)),
    passedOver: [],
    problems: [],
  };
  return textOf(name, gathered, (file, line) => line - (added.get(file) ?? []).filter((own) => own < line).length);
}

/** Line by line, so that every line keeps its number. */
const unquoted = (text: string): string => text.replace(/^(?:> ?){1,2}/gm, '').replaceAll('&#x2060;', '\u2060');

/** The text with frontmatter and directives, and the lines (from 1) that were added. */
function overlaid(text: string, { facts, scenes = [] }: ChapterFacts, file: string) {
  const added: number[] = [];
  const lines: string[] = [];
  const add = (line: string): void => {
    lines.push(line);
    added.push(lines.length);
  };
  if (facts) for (const line of ['---', ...Object.entries(facts).map(asYaml), '---']) add(line);
  const waiting = [...scenes];
  for (const line of text.split('\n')) {
    const next = waiting[0];
    if (next && line.replace(/\u2060/g, '').startsWith(next.at)) {
      waiting.shift();
      const { at: _, ...fields } = next;
      add(`::scene{${Object.entries(fields).map(asAttribute).join(' ')}}`);
      add('');
    }
    lines.push(line);
  }
  if (waiting[0]) throw new Error(`${file}: no paragraph begins with “${waiting[0].at}”`);
  return { text: lines.join('\n'), added };
}

const asYaml = ([key, value]: [string, unknown]): string =>
  Array.isArray(value) ? `${key}: [${value.join(', ')}]` : `${key}: ${value}`;

const asAttribute = ([key, value]: [string, unknown]): string =>
  `${key}="${Array.isArray(value) ? value.join(', ') : value}"`;
