/** Speech in prose: which stretches of a passage are spoken, by the marks that the story uses. */

import type { Manuscript } from '../manuscript/model.ts';
import { type Passage, type PassageText, passagesIn, type Stretch } from '../manuscript/passages.ts';
import type { Source } from '../manuscript/source.ts';

/** The conventions of speech: “…” or "…", ‘…’ or '…', a dash at the head of a paragraph, « », or 「 」. */
export type Dialogue = 'double' | 'single' | 'dash' | 'guillemets' | 'corner';

/** A spoken stretch, its marks included. */
export interface Speech extends Stretch {
  /** Without the marks. */
  readonly inner: Stretch;
  /** It has no closing mark: it goes on in the next paragraph, or the mark is missing. */
  readonly open: boolean;
}

const pairs: Readonly<Record<Exclude<Dialogue, 'dash'>, Readonly<Record<string, string>>>> = {
  double: { '“': '”"', '"': '"”', '„': '“”', '‟': '”' },
  single: { '‘': "’'", "'": "'’", '‚': '‘’' },
  guillemets: { '«': '»', '»': '«', '‹': '›' },
  corner: { '「': '」', '『': '』' },
};

const openers = { double: /[“"„‟]/g, single: /[‘'‚]/g, guillemets: /[«»‹›]/g, corner: /[「『]/g };
const anyMark = { double: /[“”"]/g, single: /[‘’']/g, other: /[”“’‘»«›‹」』]/g };

const letter = /[\p{L}\p{N}]/u;

/** The spoken stretches of a passage, in order and apart. Quotations within a speech belong to it. */
export function speechesIn(passage: PassageText, dialogue: Dialogue): readonly Speech[] {
  const { source } = passage.place(0, 0);
  let byDialogue = read.get(source);
  if (!byDialogue) {
    byDialogue = {};
    read.set(source, byDialogue);
  }
  byDialogue[dialogue] ??= new Map();
  const inFile = byDialogue[dialogue];
  let speeches = inFile.get(passage.place);
  if (!speeches) {
    speeches = readSpeeches(passage, dialogue);
    inFile.set(passage.place, speeches);
  }
  return speeches;
}

/**
 * Every rule that tells speech from narration asks of the same passages: by a passage's `place`, which stays the same as long
 * as its file is not edited. By file, and not by passage: a weak map of many entries costs the collector more than the reading.
 */
const read = new WeakMap<Source, { [D in Dialogue]?: Map<PassageText['place'], readonly Speech[]> }>();

/** Whether a passage may begin with speech of a convention: for most, a look at its first mark says that it does not. */
export function mayOpenWith({ text }: PassageText, dialogue: Dialogue): boolean {
  const first = /\S/.exec(text)?.[0];
  return first !== undefined && (dialogue === 'dash' || pairs[dialogue][first] !== undefined);
}

const nothing: readonly Speech[] = [];

function readSpeeches({ text }: PassageText, dialogue: Dialogue): readonly Speech[] {
  if (dialogue === 'dash') return dashed(text);
  const closers = pairs[dialogue];
  const mark = openers[dialogue];
  mark.lastIndex = 0;
  let found = mark.exec(text);
  if (!found) return nothing;
  const speeches: Speech[] = [];
  for (; found; found = mark.exec(text)) {
    const at = found.index;
    const close = closers[found[0]] as string;
    if (!opens(text, at)) continue;
    const end = closing(text, at + 1, close);
    const open = end < 0;
    const until = open ? text.length : end + 1;
    speeches.push({ start: at, end: until, inner: { start: at + 1, end: open ? until : end }, open });
    mark.lastIndex = until;
  }
  return speeches;
}

/** Words that have lost their head: their mark opens nothing. */
const elided =
  /^['’‘](?:em|tis|twas|twere|twill|twould|tisn|cause|cos|cuz|til|till|bout|round|ere|neath|gainst|fore|n|nuff|kay|ello|ow|ave|im|er|ad|alf|ead|ouse|ome|arf|e|\d{2}s?)(?!\p{L})/iu;

/** A mark opens where no letter stands before it and something is said after it. */
function opens(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (letter.test(before) || /\s/.test(after)) return false;
  const mark = text[at] as string;
  return !("'‘".includes(mark) && elided.test(text.slice(at, at + 10)));
}

function closing(text: string, from: number, close: string): number {
  const single = close.includes('’') || close.includes("'");
  let doubtful = -1;
  const marks = single ? anyMark.single : close.includes('”') ? anyMark.double : anyMark.other;
  marks.lastIndex = from;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const at = found.index;
    const mark = found[0];
    // What opens again before it has closed: the end is missing, or it was the doubtful one.
    if (single && doubtful >= 0 && mark === '‘') return doubtful;
    if (!close.includes(mark)) continue;
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    // An apostrophe stands between letters; a straight mark behind a space opens something new.
    if (letter.test(before) && letter.test(after)) continue;
    if ((mark === '"' || mark === "'") && /\s/.test(before) && !/\s/.test(after)) continue;
    if (single) {
      if (/\s/.test(before) || elided.test(text.slice(at, at + 10))) continue;
      // Speech ends with a stop of some kind; a mark behind a bare word may be the apostrophe of “the boys’ hats”, or of
      // “goin’”.
      if (letter.test(before) && text[from - 1] !== undefined && !ends(text, at, before)) {
        if (doubtful < 0) doubtful = at;
        continue;
      }
    }
    return at;
  }
  return doubtful;
}

/** Whether a single mark behind a word ends a quotation: what follows is no further word, or the word can have lost nothing. */
const ends = (text: string, at: number, before: string): boolean =>
  !/[snSN]/.test(before) || !/^\s\p{L}/u.test(text.slice(at + 1, at + 3));

/** French, Spanish and Russian speech: a dash at the head, and dashes around what the narrator puts in. */
function dashed(text: string): readonly Speech[] {
  const head = /^\s*[—–―-]+\s*/.exec(text);
  if (!head || !/[—–―]|^-\s/.test(head[0].trim())) return [];
  const speeches: Speech[] = [];
  let start = head[0].length;
  let spoken = true;
  for (const dash of text.slice(start).matchAll(/[,.!?…]?\s+[—–―]\s*|$/g)) {
    const end = head[0].length + dash.index;
    if (spoken && end > start) speeches.push({ start, end, inner: { start, end }, open: false });
    start = end + dash[0].length;
    spoken = !spoken;
  }
  return speeches;
}

/** The text with all that is spoken, and all in other languages, blanked: what the narrator says, at its own offsets. */
export function narrationOf(passage: PassageText, dialogue: Dialogue): string {
  const { text, foreign } = passage;
  const speeches = speechesIn(passage, dialogue);
  if (speeches.length + foreign.length === 0) return text;
  let told = '';
  let at = 0;
  for (const { start, end } of [...speeches, ...foreign].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    told += text.slice(at, start) + ' '.repeat(end - Math.max(start, at));
    at = end;
  }
  return told + text.slice(at);
}

const detected = new WeakMap<Manuscript, Dialogue>();

/** The convention that the story names, else the one that most of its paragraphs keep. */
export function dialogueOf(manuscript: Manuscript): Dialogue {
  const said = manuscript.story.fields.dialect?.dialogue?.value;
  if (said) return said;
  let known = detected.get(manuscript);
  if (!known) {
    known = detect(manuscript.chapters.slice(0, 20).flatMap(passagesIn));
    detected.set(manuscript, known);
  }
  return known;
}

function detect(passages: readonly Passage[]): Dialogue {
  const counts = new Map<Dialogue, number>();
  const count = (dialogue: Dialogue): void => void counts.set(dialogue, (counts.get(dialogue) ?? 0) + 1);
  for (const { text } of passages) {
    // What opens the paragraph or follows a stop tells; an apostrophe never stands there.
    const mark = /^\s*(["“„]|['‘](?=\p{Lu})|[«»]|[「『]|[—–―]\s?(?=\p{L}))/u.exec(text)?.[1];
    if (mark === undefined) continue;
    if (/["“„]/.test(mark)) count('double');
    else if (/['‘]/.test(mark)) count('single');
    else if (/[«»]/.test(mark)) count('guillemets');
    else if (/[「『]/.test(mark)) count('corner');
    else count('dash');
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'double';
}
