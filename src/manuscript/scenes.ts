/** A chapter's prose cut into scenes, each with the facts that hold in it. */

import type { Root, RootContent } from 'mdast';
import type { Bible } from './bible.ts';
import { isBreak, isComment, isPrinted } from './breaks.ts';
import type { DirectiveLine } from './directives.ts';
import type { Reading } from './fields.ts';
import type { Allowance, Chapter, Scene, SceneBreak, Setting, StoryDocument } from './model.ts';
import type { Prose } from './prose.ts';
import { type ChapterFields, logFields, type SceneFields, sceneFields } from './schema.ts';
import { readSetting } from './settings.ts';
import type { Source, Span } from './source.ts';

/** The blocks of one scene, and the directive that opens it where one does. */
interface Stretch {
  readonly blocks: RootContent[];
  directive?: DirectiveLine;
  readonly start: number;
}

export const spanOf = (source: Source, node: { position?: RootContent['position'] }): Span => ({
  source,
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** Cuts the top level of a chapter's tree at its breaks. A break at the very start opens nothing. */
export function cutScenes(
  source: Source,
  tree: Root,
  directives: Prose['directives'],
  from: number,
): { readonly stretches: readonly Stretch[]; readonly breaks: readonly SceneBreak[] } {
  const stretches: Stretch[] = [{ blocks: [], start: from }];
  const breaks: { span: Span; kind: SceneBreak['kind']; followed: boolean }[] = [];
  const written = (stretch: Stretch) => stretch.blocks.some(isPrinted);
  for (const block of tree.children) {
    const stretch = stretches.at(-1) as Stretch;
    const span = spanOf(source, block);
    const directive = block.type === 'leafDirective' ? directives.get(span.start) : undefined;
    const marks = isBreak(block, source.text);
    if (directive?.name === 'scene' || marks) {
      const opens = directive?.name === 'scene' ? { directive } : {};
      // `::scene` may follow a break and then belongs to the scene that the break opened.
      if (directive?.name === 'scene' && !written(stretch) && !stretch.directive) Object.assign(stretch, opens);
      else if (written(stretch) || (marks && stretches.length > 1))
        stretches.push({ blocks: [], start: span.end, ...opens });
      const last = breaks.at(-1);
      if (last && written(stretch)) last.followed = true;
      if (marks || last?.kind !== 'marks' || last.followed)
        breaks.push({ span, kind: marks ? 'marks' : 'directive', followed: false });
    } else stretch.blocks.push(block);
  }
  const last = stretches.at(-1) as Stretch;
  const final = breaks.at(-1);
  if (final && written(last)) final.followed = true;
  return { stretches: stretches.filter((stretch, i) => i === 0 || written(stretch) || stretch.directive), breaks };
}

/** What a chapter hands down to its scenes. */
export interface Inherited {
  readonly fields: ChapterFields;
  readonly defaultPov: SceneFields['pov'];
  readonly timeline: string;
  readonly bible: Bible;
  readonly reading: Reading;
  /** Where the scene before this chapter played: `bridge` alone means the bridge there. */
  readonly settingBefore: Setting | undefined;
  readonly firstIndex: number;
}

export function makeScenes(
  chapter: Chapter,
  stretches: readonly Stretch[],
  directives: Prose['directives'],
  inherited: Inherited,
): Scene[] {
  const { fields, bible, reading, timeline } = inherited;
  let before = inherited.settingBefore;
  return stretches.map(({ blocks, directive, start }, i) => {
    const own: SceneFields = directive ? (sceneFields.read(directive.attributes, reading) ?? {}) : {};
    const written = own.setting ?? fields.setting;
    const setting = written ? readSetting(written, bible, before) : undefined;
    before = setting ?? before;
    // The chapter's time is its first scene's; a later scene without its own stands at some unknown time after it.
    const time = own.stardate ?? own.date ?? (i === 0 ? (fields.stardate ?? fields.date) : undefined);
    const duration = own.duration ?? (stretches.length === 1 ? fields.duration : undefined);
    const pov = own.pov ?? fields.pov ?? inherited.defaultPov;
    const cast = own.cast ?? fields.cast;
    const via = (own.via ?? fields.via ?? []).map(({ key, keySpan, value }) => ({
      who: { value: key, span: keySpan, tables: ['characters'] as const },
      channel: value.value,
    }));
    if (own.via || i === 0) reading.references.push(...via.map(({ who }) => who));
    const first = blocks[0] ? spanOf(chapter.source, blocks[0]).start : (directive?.span.end ?? start);
    const last = blocks.at(-1);
    return {
      chapter,
      index: inherited.firstIndex + i,
      number: i + 1,
      span: { source: chapter.source, start: first, end: last ? spanOf(chapter.source, last).end : first },
      blocks,
      via,
      timeline: (own.timeline ?? fields.timeline)?.value ?? timeline,
      mode: (own.mode ?? fields.mode)?.value ?? 'linear',
      documents: blocks.flatMap((block) => documentsIn(block, chapter.source, directives, reading)),
      ...(time ? { time } : {}),
      ...(pov ? { pov } : {}),
      ...(setting ? { setting } : {}),
      ...(cast ? { cast } : {}),
      ...(duration ? { duration } : {}),
    };
  });
}

/** The logs in a block, however deep. */
function documentsIn(
  block: RootContent,
  source: Source,
  directives: Prose['directives'],
  reading: Reading,
): StoryDocument[] {
  if (!('children' in block)) return [];
  const span = spanOf(source, block);
  const line = block.type === 'containerDirective' ? directives.get(span.start) : undefined;
  if (line?.name !== 'log')
    return (block.children as RootContent[]).flatMap((child) => documentsIn(child, source, directives, reading));
  const fields = logFields.read(line.attributes, reading) ?? {};
  const time = fields.stardate ?? fields.date;
  return [
    {
      span,
      blocks: block.children as RootContent[],
      ...(fields.of ? { of: fields.of } : {}),
      ...(time ? { time } : {}),
    },
  ];
}

const allowComment = /<!--\s*allow\b([\s\S]*?)-->/gi;

/** The allowances that stand in comments: each covers the block that follows it. */
export function commentedAllowances(source: Source, tree: Root, reading: Reading): Allowance[] {
  return tree.children.flatMap((node, i) => {
    if (node.type !== 'html' || !/<!--\s*allow\b/i.test(node.value)) return [];
    const span = spanOf(source, node);
    const next = tree.children.slice(i + 1).find((block) => !isComment(block));
    return [...source.text.slice(span.start, span.end).matchAll(allowComment)].flatMap((comment) => {
      const [, rule = '', reason = ''] = /^\s*([\w/-]*)\s*:?\s*([\s\S]*?)\s*$/.exec(comment[1] ?? '') ?? [];
      const at: Span = {
        source,
        start: span.start + comment.index,
        end: span.start + comment.index + comment[0].length,
      };
      return allowanceOf(
        rule,
        reason,
        { span: at, whole: at },
        reading,
        next ? spanOf(source, next) : { source, start: at.end, end: at.end },
      );
    });
  });
}

/** An allowance, or nothing and a problem where it gives no reason. */
export function allowanceOf(
  rule: string,
  reason: string,
  place: Pick<Allowance, 'span' | 'whole'>,
  reading: Reading,
  covers?: Span,
): Allowance[] {
  if (rule !== '' && reason !== '') return [{ rule, reason, ...place, ...(covers ? { covers } : {}) }];
  const message =
    rule === ''
      ? 'this allowance names no rule'
      : `this allowance of ${rule} gives no reason; say in a few words why the story breaks it`;
  reading.problems.push({ rule: 'format/allowance-without-reason', message, span: place.span });
  return [];
}
