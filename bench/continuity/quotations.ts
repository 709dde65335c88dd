/** Who speaks: the analysis held against quotations that were annotated by hand. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Share, together } from './interval.ts';
import { speakersIn } from './speakers.ts';
import type { Text } from './text.ts';

/** How a speaker is told. */
export type Telling = 'tag' | 'beat' | 'pronoun' | 'alternation' | 'none';

/** A quotation of a book, and who says it. */
export interface Quotation {
  readonly file: string;
  /** How it begins, in the file's own marks. */
  readonly words: string;
  /** An id of the bible; undefined for somebody without an entry there. */
  readonly speaker?: string;
  readonly told: Telling;
  /** Where its opening mark stands in the file, as laid over. */
  readonly at: number;
}

export interface Speakers {
  readonly tagged: { readonly precision: Share; readonly recall: Share };
  readonly asserted: { readonly precision: Share; readonly recall: Share };
  readonly byTelling: ReadonlyMap<Telling, { readonly right: number; readonly wrong: number; readonly all: number }>;
  readonly wrong: readonly { readonly quotation: Quotation; readonly said: string }[];
}

/**
 * The annotated quotations of a book: lines of `first words | speaker | how it is told`, in the order of the file, so that
 * words that occur twice are told apart.
 */
export function quotationsOf({ name, gathered }: Text): readonly Quotation[] {
  const path = join(import.meta.dirname, 'books', name, 'quotations.yaml');
  if (!existsSync(path)) return [];
  const byFile = parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(byFile).flatMap(([file, lines]) => {
    const text = gathered.chapters.find((chapter) => chapter.file === file)?.text.replaceAll('\u2060', ' ') ?? '';
    let from = 0;
    return lines
      .trim()
      .split('\n')
      .map((line): Quotation => {
        const [words = '', speaker = '', told = ''] = line.split('|').map((part) => part.trim());
        const at = text.indexOf(`“${words}`, from);
        if (at < 0) throw new Error(`${name}/${file}: no quotation begins with “${words}” behind offset ${from}`);
        if (!/^(?:tag|beat|pronoun|alternation|none)$/.test(told)) throw new Error(`${name}/${file}: “${line}”`);
        from = at + 1;
        return { file, words, told: told as Telling, at, ...(speaker === '-' ? {} : { speaker }) };
      });
  });
}

export function speakersOf(text: Text): Speakers {
  const said = new Map(speakersIn(text.manuscript).map((one) => [`${one.file} ${one.start}`, one.speaker]));
  const judged = quotationsOf(text).map((quotation) => {
    const speaker = said.get(`${quotation.file} ${quotation.at}`);
    return { quotation, said: speaker, right: speaker !== undefined && speaker === quotation.speaker };
  });
  const sharesOf = (some: typeof judged) => {
    const asserted = some.filter((one) => one.said !== undefined);
    const right = some.filter((one) => one.right).length;
    const known = some.filter(({ quotation }) => quotation.speaker !== undefined).length;
    return { precision: { hits: right, of: asserted.length }, recall: { hits: right, of: known } };
  };
  const byTelling = Map.groupBy(judged, ({ quotation }) => quotation.told);
  return {
    tagged: sharesOf(judged.filter(({ quotation }) => quotation.told === 'tag')),
    asserted: sharesOf(judged),
    byTelling: new Map(
      [...byTelling].map(([told, some]) => [
        told,
        {
          right: some.filter((one) => one.right).length,
          wrong: some.filter((one) => one.said !== undefined && !one.right).length,
          all: some.length,
        },
      ]),
    ),
    wrong: judged.flatMap(({ quotation, said, right }) => (said !== undefined && !right ? [{ quotation, said }] : [])),
  };
}

/** The figures of several books as one. */
export function joined(all: readonly Speakers[]): Pick<Speakers, 'tagged' | 'asserted'> {
  const join = (part: 'tagged' | 'asserted') => ({
    precision: together(all.map((one) => one[part].precision)),
    recall: together(all.map((one) => one[part].recall)),
  });
  return { tagged: join('tagged'), asserted: join('asserted') };
}
