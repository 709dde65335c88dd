/** A publication as a site: all that its pages print, computed once, the prose of each chapter when it is first asked for. */

import { directionOf, languageTag } from '../editions/direction.ts';
import type { Publication } from '../editions/publication.ts';
import type { Finding } from '../lint.ts';
import { placeOf } from '../reports/text.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { type ChapterPage, pagesOf } from './chapters.ts';
import { type Chronicle, chronicleOf } from './chronicle.ts';
import { atomFeed } from './feed.ts';
import { knownBy } from './known.ts';
import { type Memory, noMemory } from './memory.ts';
import { type Person, peopleOf } from './people.ts';
import { type Picture, picturesOf } from './pictures.ts';
import { proseOf } from './prose.ts';
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

export interface SiteOptions {
  readonly publication: Publication;
  /** The path that the site lives at; default: that of the story’s `url`, else `/`. */
  readonly base?: string | undefined;
  readonly downloads?: readonly Download[] | undefined;
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
  readonly theme: Theme;
  readonly story: StoryPage;
  readonly chapters: readonly ChapterPage[];
  /** Who may be known by which chapter, and what happens when. */
  readonly people: readonly Person[];
  readonly chronicle: Chronicle;
  readonly downloads: readonly (Download & { readonly href: string; readonly words: string })[];
  readonly findings?: readonly Finding[];
  /** `chapters/02-regulus.md:14:3`, for findings of a preview. */
  readonly placeOf: (finding: Finding) => string;
  /** The pictures that pages show; in a preview, where nobody knows yet, all that they could. */
  readonly pictures: () => readonly Picture[];
  readonly feed: () => string;
}

export function openSite({ publication, base, downloads = [], memory = noMemory, findings }: SiteOptions): Site {
  const { manuscript } = publication;
  const language = soundLanguage(manuscript.story.language);
  const strings = stringsFor(language);
  const foreign = language.toLowerCase().split('-')[0] !== strings.language;
  // Numbers and dates stand in the interface’s sentences, so they speak its language.
  const speech = speechOf(foreign ? strings.language : language);
  const addresses = addressesOf(manuscript.story.fields.url?.value, base);
  const pictures = picturesOf(publication, addresses);
  const own: Site['own'] = foreign ? { lang: strings.language, dir: 'ltr' } : {};
  const published = new Set(publication.chapters);
  const prose = proseOf({ manuscript, addresses, pictures, strings, own, published, memory });
  const chapters = pagesOf({ publication, addresses, strings, speech, prose });
  const known = knownBy(publication);
  const site: Site = {
    publication,
    addresses,
    strings,
    speech,
    language,
    direction: directionOf(language),
    own,
    latin: new Intl.Locale(language).maximize().script === 'Latn',
    theme: themeOf(manuscript.story.fields.theme),
    story: storyPageOf(publication, chapters, strings, speech),
    chapters,
    people: peopleOf(publication, known, strings),
    chronicle: chronicleOf(publication, chapters, known),
    downloads: downloads.map((download) => ({
      ...download,
      href: addresses.to(download.path),
      words: `${download.label} (${speech.size(download.bytes)})`,
    })),
    pictures() {
      if (publication.drafts) return pictures.all();
      for (const chapter of chapters) chapter.proseHtml();
      return pictures.used();
    },
    feed: () => atomFeed(site),
    placeOf: ({ span }) => placeOf(span),
    ...(findings ? { findings } : {}),
  };
  return site;
}

/** A language as browsers take it; English for what is no language. */
function soundLanguage(written: string): string {
  const tag = languageTag(written);
  return tag === 'und' ? 'en' : tag;
}
