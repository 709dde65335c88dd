/** What may be written of a chapter, of a scene and of a log. */

import { list, table } from '../collections.ts';
import { flag, length, oneOf, reference, text, time } from '../fields.ts';
import { field, placed, record } from '../record.ts';

export const modes = [
  'linear',
  'flashback',
  'flashforward',
  'dream',
  'vision',
  'parallel',
  'frame',
  'document',
] as const;
export const channels = ['comm', 'viewscreen', 'telepathy', 'hologram', 'letter'] as const;
export const severities = ['error', 'warning', 'info', 'off'] as const;

export const allowance = placed(
  record({ rule: field(text, 'the rule that is allowed'), reason: field(text, 'why; required') }, 'an allowance'),
);

/** The facts that a scene may have of its own. */
const scene = {
  stardate: field(time, 'when it opens, in the story’s calendar'),
  date: field(time, 'the same under another calendar'),
  pov: field(reference('characters'), 'whose eyes: an id, a name or an alias of the bible'),
  setting: field(reference('places', 'ships'), 'the place: an id, a name, or “outer, inner”'),
  cast: field(list(reference('characters'), { commas: true }), 'who is present; else found in the prose'),
  via: field(
    table(oneOf(...channels), 'pairs of a name and a channel'),
    'who takes part without being there: comm, viewscreen, telepathy, hologram, letter',
  ),
  timeline: field(reference('timelines'), 'which timeline; default: the story’s'),
  mode: field(oneOf(...modes), 'how it is told; default: linear'),
  duration: field(length, 'how long it lasts, where that matters'),
};

export const sceneFields = record(scene, 'a scene');

export const logFields = record(
  {
    of: field(reference('characters', 'ships'), 'who speaks or writes it'),
    stardate: field(time, 'its own date'),
    date: field(time, 'the same under another calendar'),
  },
  'a log',
);

/** What Jekyll, Hugo, Astro and their like write, and Padd has no use for. */
const blogKeys =
  'layout permalink slug weight tags categories author id menu aliases image category tag authors type url keywords toc lang lastmod updated modified pubdate updateddate heroimage publishdate expirydate comments excerpt excerpt_separator sitemap featured math cover series linktitle translationkey markup outputs cascade resources images videos audio headless sidebar_position redirect_from header params'.split(
    ' ',
  );

/** The keys beside which `date:` is a day of publication. */
export const blogMarks: ReadonlySet<string> = new Set(
  'layout permalink slug weight tags categories author id menu aliases image draft description'.split(' '),
);

const chapter = {
  title: field(text, 'else the first heading, else the file name'),
  ...scene,
  number: field(flag, 'false: this chapter has no number (a prologue, an interlude)'),
  part: field(text, 'the title of the part that begins here or that its folder is'),
  status: field(oneOf('draft', 'beta', 'ready'), 'draft is not published, beta in private builds only; default: ready'),
  spoiler: field(oneOf('title'), 'title: the title itself is hidden until the chapter is reached'),
  published: field(text, 'the day it appears; in the future: not before then'),
  summary: field(text, 'one or two sentences, told before the chapter'),
  notes: field(
    record({ before: field(text, 'before the chapter'), after: field(text, 'after it') }, 'author’s notes', {
      short: 'before',
    }),
    'author’s notes in Markdown, kept apart from the prose',
  ),
  contentNotes: field(
    list(
      record(
        {
          label: field(text, 'what a reader may want to know: “Violence”'),
          detail: field(text, 'more of it, for those who ask'),
          spoiler: field(flag, 'whether the note itself gives something away'),
        },
        'a content note',
        { short: 'label' },
      ),
    ),
    'what readers may want to be warned of',
  ),
  epigraph: field(
    record({ text: field(text, 'the words'), source: field(text, 'whose they are') }, 'an epigraph', {
      short: 'text',
    }),
    'a quotation at the head',
  ),
  allow: field(list(allowance), 'rules that this chapter breaks on purpose, each with its reason'),
  draft: field(flag, 'as `status: draft`'),
  description: field(text, 'as `summary`'),
};

export const chapterFields = record(chapter, 'a chapter', { silent: blogKeys, foreign: ['layout', 'permalink'] });

/** Every key that a chapter's frontmatter is known to hold, in lower case: what tells frontmatter from prose. */
export const chapterKeys: ReadonlySet<string> = new Set([
  ...Object.keys(chapter).map((key) => key.toLowerCase()),
  ...blogKeys,
]);
