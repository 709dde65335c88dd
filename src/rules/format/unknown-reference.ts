/** A name or an id that the bible, the timelines, the chapters or the list of rules do not know. */

import type { Fault, Rule } from '../../lint.ts';
import type { Reference, Table } from '../../manuscript/fields.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { nearest } from '../../manuscript/nearest.ts';
import { isNobody } from '../../manuscript/presence.ts';
import type { Span } from '../../manuscript/source.ts';
import { listed } from '../saying.ts';
import { instead, isId, isSlip, suggest } from '../suggesting.ts';
import { unknownRules } from './unknown-rules.ts';

export const unknownReference: Rule = {
  id: 'format/unknown-reference',
  severity: 'error',
  *check(manuscript, asked) {
    const judged = new Map<string, Judgement | undefined>();
    for (const reference of inOrder(manuscript)) {
      const key = `${reference.tables.join()}\n${reference.free ?? ''}\n${reference.value}`;
      if (!judged.has(key)) judged.set(key, judge(reference, manuscript));
      const judgement = judged.get(key);
      if (!judgement) continue;
      const { form, ...fault } = judgement;
      const { span } = reference;
      yield { ...fault, span, problem: fault.message, ...(form === undefined ? {} : { fix: instead(span, form) }) };
    }
    yield* unknownRules(manuscript, asked);
  },
};

/** A fault without its place, and the form that would do. */
type Judgement = Pick<Fault, 'message' | 'severity' | 'related'> & { readonly form?: string };

/** Every reference but those that other rules judge, those of the prose first. */
function inOrder({ chapters, scenes, bible, references }: Manuscript): readonly Reference[] {
  const inProse = new Set(chapters.map(({ source }) => source));
  const elsewhere = new Set<Span | undefined>([
    ...chapters.map(({ fields }) => fields.setting?.span),
    ...scenes.map(({ setting }) => setting?.span),
    ...[...bible.places.values()].map(({ fields }) => fields.in?.span),
  ]);
  const own = references.filter(({ span }) => !elsewhere.has(span));
  const isProse = ({ span }: Reference): boolean => inProse.has(span.source);
  return [...own.filter(isProse), ...own.filter((reference) => !isProse(reference))];
}

function judge(reference: Reference, manuscript: Manuscript): Judgement | undefined {
  if (reference.tables.includes('timelines')) return judgeTimeline(reference.value, manuscript);
  if (reference.tables.includes('chapters')) return judgeChapter(reference.value, manuscript);
  return judgeEntry(reference, manuscript);
}

function judgeTimeline(written: string, { timelines }: Manuscript): Judgement | undefined {
  if (timelines.all.size === 0 || timelines.all.has(written)) return undefined;
  const form = nearest(written, timelines.all.keys());
  const near = form === undefined ? undefined : timelines.all.get(form);
  const known = near ? `did you mean “${form}”?` : `the timelines are ${listed([...timelines.all.keys()])}`;
  return {
    message: `the story has no timeline “${written}”; ${known}`,
    ...(near ? { form: near.id, related: [{ span: near.span, message: `“${near.id}” stands here` }] } : {}),
  };
}

/** A chapter that is still to be written may be spoken of, unless the story says how many there will be. */
function judgeChapter(written: string, { chapters, story }: Manuscript): Judgement | undefined {
  const complete = story.fields.status?.value === 'complete';
  if (/^\d+$/.test(written)) {
    const number = Number(written);
    const last = Math.max(0, ...chapters.map((chapter) => chapter.number ?? 0));
    const planned = complete ? last : (story.fields.chaptersPlanned?.value ?? Number.POSITIVE_INFINITY);
    if (number > 0 && number <= Math.max(last, planned)) return undefined;
    const known = number === 0 ? 'chapters are counted from 1' : `the last is chapter ${Math.max(last, planned)}`;
    return { message: `there is no chapter ${written}: ${known}, and one without a number is named by its slug` };
  }
  const slugs = chapters.map(({ slug }) => slug);
  if (slugs.includes(written.toLowerCase())) return undefined;
  const form = nearest(written, slugs);
  if (form === undefined && !complete) return undefined;
  const known = form ? `did you mean “${form}”?` : 'a chapter is named by its number or its slug';
  return { message: `there is no chapter “${written}”; ${known}`, ...(form ? { form } : {}) };
}

const nouns: Readonly<Record<Table, string>> = {
  characters: 'character',
  ships: 'ship',
  places: 'place',
  events: 'event',
  objects: 'object',
  words: 'word',
  threads: 'thread',
};

function judgeEntry(reference: Reference, { bible }: Manuscript): Judgement | undefined {
  const { value: written, free } = reference;
  const tables = reference.tables as readonly Table[];
  if (tables.every((table) => bible[table].size === 0) || isNobody(written)) return undefined;
  if (bible.named(written, ...tables).length > 0) return undefined;
  const near = suggest(bible, written, tables);
  if (free && !near) return undefined;
  const certain = isId(written) || (near !== undefined && isSlip(written, near.form));
  const what = listed(
    tables.map((table) => nouns[table]),
    'or',
  );
  return {
    message: `the bible has no ${what} “${written}”; ${near ? `did you mean “${near.form}”?` : 'correct it, or add an entry'}`,
    ...(certain ? {} : { severity: 'warning' as const }),
    ...(near ? { form: near.form, related: [{ span: near.entry.span, message: `“${near.form}” stands here` }] } : {}),
  };
}
