/** Parsed files into one manuscript: the story, the bible, and the chapters in their order with all that they inherit. */

import { type Bible, readBible } from './bible.ts';
import { calendarOf } from './calendars/choose.ts';
import { chapterDates, publishedOn } from './dates.ts';
import type { Reading } from './fields.ts';
import type { Gathered } from './gather.ts';
import { fileNumber, titleOf, titleOfName } from './headings.ts';
import type { Allowance, Chapter, Manuscript, Part, Scene, Setting, Story } from './model.ts';
import type { ParsedChapter, ParsedYaml } from './parsed.ts';
import { partOf } from './parts.ts';
import type { Problem } from './problem.ts';
import { unknownKeyProblems } from './record.ts';
import { allowanceOf, commentedAllowances, cutScenes, makeScenes } from './scenes.ts';
import { type ChapterFields, chapterFields, type StoryFields, storyFields } from './schema.ts';
import { uniqueSlugs } from './slugs.ts';
import type { Span } from './source.ts';
import { readTimelines, type Timelines } from './timelines.ts';
import { malformedTimes } from './times.ts';

export function compose(
  files: Gathered,
  parsed: readonly ParsedChapter[],
  storyYaml: ParsedYaml | undefined,
  bibleYaml: readonly ParsedYaml[],
): Manuscript {
  const problems: Problem[] = [...files.problems];
  for (const file of [storyYaml, ...bibleYaml, ...parsed]) problems.push(...(file?.problems ?? []));
  const reading: Reading = {
    calendar: calendarOf(
      storyYaml?.node,
      parsed.map(({ frontmatter }) => frontmatter),
      bibleYaml,
      problems,
    ),
    problems,
    references: [],
    times: [],
    unknownKeys: new Map(),
  };
  const fields: StoryFields = storyYaml?.node ? (storyFields.read(storyYaml.node, reading) ?? {}) : {};
  const timelines = readTimelines(fields.timelines ?? [], fields.timeline?.value);
  const bible = readBible(
    bibleYaml.flatMap(({ node }) => node ?? []),
    reading,
  );
  const allowances: Allowance[] = (fields.allow ?? []).flatMap((allow) => readAllowance(allow, reading));
  const chapters = makeChapters(parsed, { files, fields, timelines, bible, reading, allowances });
  problems.push(...malformedTimes(reading, fields.calendar?.name));
  problems.push(...unknownKeyProblems(reading));
  for (const { prose } of parsed) problems.push(...prose.problems);
  return {
    folder: files.folder,
    story: storyOf(fields, files, chapters, storyYaml),
    bible,
    calendar: reading.calendar,
    timelines,
    chapters,
    scenes: chapters.flatMap(({ scenes }) => scenes),
    references: reading.references,
    allowances,
    problems,
    files: files.files,
    passedOver: files.passedOver,
  };
}

/** What folders of chapters are called in any story. */
const generic = /^(?:chapters?|manuscripts?|content|drafts?|src|docs?|texts?)$/i;

function storyOf(
  fields: StoryFields,
  files: Gathered,
  chapters: readonly Chapter[],
  yaml: ParsedYaml | undefined,
): Story {
  const folders = files.folder.split(/[\\/]/).filter(Boolean);
  // `my-story/chapters` is called after the story.
  const folderName = folders.findLast((name) => !generic.test(name)) ?? folders.at(-1) ?? '';
  const title =
    fields.title?.value || (chapters.length === 1 ? chapters[0]?.title.text : titleOfName(folderName)) || 'Untitled';
  const authors = (fields.author ?? []).flatMap(({ name, sortAs, role }) =>
    name?.value
      ? [{ name: name.value, role: role?.value ?? 'author', ...(sortAs ? { sortAs: sortAs.value } : {}) }]
      : [],
  );
  return { title, authors, language: fields.language?.value || 'en', fields, ...(yaml ? { source: yaml.source } : {}) };
}

interface Whole {
  readonly files: Gathered;
  readonly fields: StoryFields;
  readonly timelines: Timelines;
  readonly bible: Bible;
  readonly reading: Reading;
  readonly allowances: Allowance[];
}

function makeChapters(parsed: readonly ParsedChapter[], whole: Whole): Chapter[] {
  const { reading, allowances, bible, timelines } = whole;
  const slugs = uniqueSlugs(parsed.map(({ source }) => source.file));
  const chapters: Chapter[] = [];
  let number = 0;
  let firstIndex = 0;
  let part: Part | undefined;
  let parts = 0;
  let settingBefore: Setting | undefined;
  for (const [index, { source, frontmatter, prose, proseStart }] of parsed.entries()) {
    const fields = frontmatter ? (chapterFields.read(chapterDates(frontmatter, reading), reading) ?? {}) : {};
    const { title, tree, otherHeading } = titleOf(source, prose.tree, fields);
    const ownNumber = fileNumber(source.file);
    const numbered = ownNumber !== 0 && fields.number?.value !== false;
    if (numbered) number += 1;
    part = partOf(source.file, parsed[index - 1]?.source.file, fields, part, parts);
    parts = Math.max(parts, part?.number ?? 0);
    const { stretches, breaks } = cutScenes(source, tree, prose.directives, proseStart);
    const scenes: Scene[] = [];
    const summary = fields.summary ?? fields.description;
    const published = publishedOn(fields, reading);
    const chapter: Chapter = {
      source,
      index,
      slug: slugs[index] as string,
      title,
      status: fields.draft?.value || fields.published?.value === 'false' ? 'draft' : (fields.status?.value ?? 'ready'),
      fields,
      tree,
      scenes,
      breaks,
      ...(numbered ? { number } : {}),
      ...(ownNumber === undefined ? {} : { fileNumber: ownNumber }),
      ...(otherHeading ? { otherHeading } : {}),
      ...(part ? { part } : {}),
      ...(published ? { published } : {}),
      ...(summary ? { summary } : {}),
    };
    // The scenes know their chapter and the chapter its scenes, so that the list is filled once both exist.
    scenes.push(
      ...makeScenes(chapter, stretches, prose.directives, {
        fields,
        defaultPov: whole.fields.pov,
        timeline: timelines.main,
        bible,
        reading,
        settingBefore,
        firstIndex,
      }),
    );
    firstIndex += scenes.length;
    settingBefore = scenes.findLast(({ setting }) => setting !== undefined)?.setting ?? settingBefore;
    const all = { source, start: 0, end: source.text.length };
    allowances.push(...(fields.allow ?? []).flatMap((allow) => readAllowance(allow, reading, all)));
    allowances.push(...commentedAllowances(source, tree, reading));
    chapters.push(chapter);
  }
  return chapters;
}

function readAllowance(
  allow: NonNullable<ChapterFields['allow']>[number],
  reading: Reading,
  covers?: Span,
): Allowance[] {
  const span = allow.rule?.span ?? allow.span;
  return allowanceOf(allow.rule?.value ?? '', allow.reason?.value ?? '', { span, whole: allow.span }, reading, covers);
}
