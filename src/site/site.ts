/** A publication as a site: all that its pages print, computed once, the prose of each chapter when it is first asked for. */

import { directionOf, languageTag } from '../editions/direction.ts';
import { type Memory, noMemory } from '../editions/memory.ts';
import type { Publication } from '../editions/publication.ts';
import type { Finding } from '../lint.ts';
import { placeOf } from '../reports/text.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { type Cards, cardsOf } from './cards/index.ts';
import { changesOf } from './changes.ts';
import { type ChapterPage, pagesOf } from './chapters.ts';
import { type Chronicle, chronicleOf } from './chronicle.ts';
import { dataOf, type PageData } from './data.ts';
import { type Face, faceFor } from './faces.ts';
import { filesOf, type SiteFile } from './files.ts';
import { type PageKeys, pageKeysOf } from './keys.ts';
import { knownBy } from './known.ts';
import { type Announcement, newsOf } from './news.ts';
import { type Person, peopleOf } from './people.ts';
import { type Picture, picturesOf } from './pictures.ts';
import { notesOf, proseOf } from './prose.ts';
import { type Speech, speechOf } from './speech.ts';
import { type StoryPage, storyPageOf } from './story.ts';
import { type Strings, stringsFor } from './strings/index.ts';
import { type Theme, themeOf } from './themes.ts';

/** A file that lies beside the pages, put there by others. */
export interface Download {
  /** Below the site: `still-here.epub`. */
  readonly path: string;
  readonly bytes: number;
  /** As a reader knows it: `EPUB`. */
  readonly label: string;
}

/** Files that others put beside the pages. */
export interface Beside {
  readonly downloads: readonly Download[];
  /** The picture of the cover: a path below the site. */
  readonly cover?: string | undefined;
}

export interface SiteOptions {
  readonly publication: Publication;
  /** The path that the site lives at; default: that of the story’s `url`, else `/`. */
  readonly base?: string | undefined;
  /** Asked for when the first page is printed, so that the files may still be made when the site is opened. */
  readonly beside?: (() => Beside) | undefined;
  /** What an earlier run has made. */
  readonly memory?: Memory | undefined;
  /** What the rules found, for a preview: shown on every page. Absent in what readers get. */
  readonly findings?: readonly Finding[] | undefined;
}

/** What pages see of everything, as `site` of `virtual:padd`. */
export interface Site {
  readonly publication: Publication;
  readonly addresses: Addresses;
  readonly strings: Strings;
  readonly speech: Speech;
  /** Of the story. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** For elements that speak the interface’s language where that is not the story’s; empty where it is. */
  readonly own: { readonly lang?: string; readonly dir?: 'ltr' };
  /** Whether it is written in Latin letters, and so needs the first of the typefaces at once. */
  readonly latin: boolean;
  /** The typeface of its letters, where the usual one has none of them. */
  readonly face: Face | undefined;
  readonly theme: Theme;
  readonly story: StoryPage;
  readonly chapters: readonly ChapterPage[];
  /** Who may be known by which chapter, and what happens when. */
  readonly people: readonly Person[];
  readonly chronicle: Chronicle;
  /** What the author has announced, the newest first. */
  readonly news: readonly Announcement[];
  readonly downloads: readonly (Download & { readonly href: string; readonly words: string })[];
  readonly findings?: readonly Finding[];
  /** `chapters/02-regulus.md:14:3`, for findings of a preview. */
  readonly placeOf: (finding: Finding) => string;
  /** Whether there is a search: the story may do without. */
  readonly searchable: boolean;
  /** There only for a build that remembers. */
  readonly keys: PageKeys | undefined;
  /** The pictures that pages show; in a preview, where nobody knows yet, all that they could. */
  readonly pictures: () => readonly Picture[];
  /** When the words of a chapter last changed, or when it appeared if that was later. In milliseconds since 1970. */
  readonly changed: (page: ChapterPage) => number;
  /** The files beside the pages that machines read, and what the pages tell them. */
  readonly files: readonly SiteFile[];
  readonly data: PageData;
  /** The picture of the book’s cover, where there is one. */
  readonly cover: string | undefined;
  /** The pictures that stand for pages where they are shared; absent where nobody knows the site’s host. */
  readonly cards?: Cards;
}

const nothing: Beside = { downloads: [] };

export function openSite({
  publication,
  base,
  beside = () => nothing,
  memory = noMemory,
  findings,
}: SiteOptions): Site {
  const { manuscript } = publication;
  const language = soundLanguage(manuscript.story.language);
  const strings = stringsFor(language);
  const foreign = language.toLowerCase().split('-')[0] !== strings.language;
  // Numbers and dates stand in the interface’s sentences, so they speak its language.
  const speech = speechOf(foreign ? strings.language : language);
  const addresses = addressesOf(manuscript.story.fields.url?.value, base);
  const pictures = picturesOf(publication, addresses);
  const own: Site['own'] = foreign ? { lang: strings.language, dir: 'ltr' } : {};
  const house = { publication, addresses, pictures, strings, own, memory };
  const chapters = pagesOf({
    publication,
    addresses,
    strings,
    speech,
    prose: proseOf(house),
    notes: notesOf(house),
    memory,
  });
  const story = storyPageOf(publication, chapters, strings, speech);
  const known = knownBy(publication);
  const ownCover = manuscript.story.fields.cover?.image?.value.replace(/^(?:\.?\/)+/, '');
  const coverHref = ownCover && pictures.href(ownCover);
  const { script } = new Intl.Locale(language).maximize();
  let keys: PageKeys | undefined;
  const site: Site = {
    publication,
    addresses,
    strings,
    speech,
    language,
    direction: directionOf(language),
    own,
    latin: script === 'Latn',
    face: faceFor(script),
    theme: themeOf(manuscript.story.fields.theme, manuscript.folder),
    story,
    chapters,
    people: peopleOf(publication, known, strings),
    chronicle: chronicleOf(publication, chapters, known, strings),
    news: newsOf(publication, speech),
    get downloads() {
      return beside().downloads.map((download) => ({
        ...download,
        href: addresses.to(download.path),
        words: `${download.label} (${speech.size(download.bytes)})`,
      }));
    },
    get cover() {
      if (ownCover) return coverHref;
      const { cover } = beside();
      return cover && addresses.to(cover);
    },
    searchable: chapters.length > 0 && (manuscript.story.fields.search?.value ?? true),
    pictures() {
      if (publication.drafts) return pictures.all();
      for (const chapter of chapters) chapter.proseHtml();
      return pictures.used();
    },
    changed: changesOf(publication),
    get keys() {
      if (memory !== noMemory) keys ??= pageKeysOf(site);
      return keys;
    },
    get files() {
      return filesOf(site);
    },
    get data() {
      return dataOf(site);
    },
    placeOf: ({ span }) => placeOf(span),
    ...(addresses.absolute('/') ? { cards: cardsOf(story, chapters, addresses, language) } : {}),
    ...(findings ? { findings } : {}),
  };
  return site;
}

/** A language as browsers take it; English for what is no language. */
function soundLanguage(written: string): string {
  const tag = languageTag(written);
  return tag === 'und' ? 'en' : tag;
}
