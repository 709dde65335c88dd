/** What is published: the chapters whose day has come, under an identity and a date that do not change by themselves. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, meant } from '../manuscript/bible.ts';
import { isMoment } from '../manuscript/calendar.ts';
import { date } from '../manuscript/calendars/date.ts';
import { isWithin } from '../manuscript/gather.ts';
import type { Chapter, Manuscript } from '../manuscript/model.ts';

/** A manuscript on the day that it is published: all that an edition needs, and nothing that it must ask the system for. */
export interface Publication {
  readonly manuscript: Manuscript;
  /** The published chapters in reading order. */
  readonly chapters: readonly Chapter[];
  /** Whether drafts, betas and future chapters are among them. */
  readonly drafts: boolean;
  /** The day of publication, in milliseconds since 1970: what is dated later is only among the chapters where drafts are. */
  readonly now: number;
  /** Whom the story is about: as it says itself, else who speaks in it. */
  readonly cast: readonly CastMember[];
  /** `urn:uuid:…`, or what the story says. */
  readonly identifier: string;
  /** When the work last changed, as `2026-09-01T00:00:00Z`. */
  readonly modified: string;
  /** The bytes of a file of the manuscript's folder. Throws where it cannot be read. */
  readonly readFile: (path: string) => Uint8Array;
}

export interface CastMember {
  readonly name: string;
  /** As the archives know them; default: the name. */
  readonly tag: string;
}

export interface PublicationOptions {
  /** Who speaks in the chapters that are published, the most talkative first: asked where the story names no `characters`. */
  readonly speaking?: (manuscript: Manuscript, chapters: readonly Chapter[]) => readonly Entry<'characters'>[];
  /** The day of publication in milliseconds since 1970; default: SOURCE_DATE_EPOCH, else the clock. */
  readonly now?: number;
  readonly drafts?: boolean;
}

const DAY = 86_400_000;

export function openPublication(
  manuscript: Manuscript,
  { now = today(), drafts = false, speaking }: PublicationOptions = {},
): Publication {
  const id = manuscript.story.fields.id?.value ?? '';
  const chapters = manuscript.chapters.filter((chapter) => drafts || isPublished(chapter, now));
  return {
    manuscript,
    chapters,
    drafts,
    now,
    cast: castOf(manuscript, () => speaking?.(manuscript, chapters) ?? []),
    // What nobody can see is no name.
    identifier: /[^\p{C}\p{Z}]/u.test(id) ? id : uuidOf(manuscript),
    modified: new Date(modifiedAt(manuscript, chapters)).toISOString().replace(/\.\d+Z$/, 'Z'),
    readFile(path) {
      const real = realpathSync(join(manuscript.folder, path));
      if (!isWithin(realpathSync(manuscript.folder), real))
        throw new Error(`${path} lies outside the manuscript’s folder`);
      return readFileSync(real);
    },
  };
}

function castOf({ bible, story }: Manuscript, speaking: () => readonly Entry<'characters'>[]): readonly CastMember[] {
  const named: readonly (Entry<'characters'> | string)[] =
    story.fields.characters?.map((who) => meant(bible, who, 'characters') ?? who.value) ?? speaking();
  return named.map((who) =>
    typeof who === 'string' ? { name: who, tag: who } : { name: who.name, tag: who.fields.ao3?.value ?? who.name },
  );
}

/** Whether a chapter's day has come: it is ready, and its date, if it has one, is not in the future. */
export function isPublished({ status, published }: Chapter, now: number): boolean {
  return status === 'ready' && (published === undefined || published.value.earliest * DAY <= now);
}

/** Now, for a build that can be repeated: SOURCE_DATE_EPOCH in seconds where it is set, else the clock. */
export const today = (): number => sourceDate() ?? Date.now();

function sourceDate(): number | undefined {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/** For a story that says nothing of dates: the same on every machine, and plainly no real day. */
const NEVER = Date.UTC(2000, 0, 1);

/** SOURCE_DATE_EPOCH, the field, the last commit that touched the folder, or the latest day of publication. */
function modifiedAt(manuscript: Manuscript, chapters: readonly Chapter[]): number {
  const { modified, published } = manuscript.story.fields;
  const days = chapters.flatMap((chapter) => (chapter.published ? [chapter.published.value.earliest * DAY] : []));
  const latest = days.length > 0 ? Math.max(...days) : undefined;
  const stated = modified && isWritable(modified.value) ? modified.value.earliest * DAY : undefined;
  return (
    sourceDate() ??
    stated ??
    lastCommit(manuscript.folder) ??
    latest ??
    (published && isWritable(published.value) ? published.value.earliest * DAY : NEVER)
  );
}

/** Years are written with four digits, and the first is 1. */
const isWritable = ({ earliest }: { readonly earliest: number }): boolean =>
  earliest * DAY >= FIRST && earliest * DAY < END;
const [FIRST, END] = [Date.parse('0001-01-01'), Date.parse('+010000-01-01')];

function lastCommit(folder: string): number | undefined {
  try {
    const command = ['log', '-1', '--format=%cI', '--', '.'];
    const iso = execFileSync('git', command, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    const read = date.read(iso);
    return iso !== '' && isMoment(read) ? Math.round(read.earliest * DAY) : undefined;
  } catch {
    // No git here, or no repository.
    return undefined;
  }
}

/** The namespace for object identifiers of RFC 9562, appendix A. */
const NAMESPACE = Buffer.from('6ba7b8129dad11d180b400c04fd430c8', 'hex');

/** Of title and authors: the same for every build of the same work. */
const uuidOf = ({ story }: Manuscript): string =>
  uuidFor(JSON.stringify(['padd', story.title, story.authors.map((author) => author.name)]));

/** A UUIDv5 (RFC 9562) of a text. */
export function uuidFor(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}
