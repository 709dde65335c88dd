/** The pictures of the story and of its chapters for where they are shared. */

import { loadTypeface } from '../../editions/epub/typeface.ts';
import { digestOf } from '../../editions/memory.ts';
import { paddVersion } from '../../editions/version.ts';
import type { Addresses } from '../addresses.ts';
import type { ChapterPage } from '../chapters.ts';
import type { StoryPage } from '../story.ts';
import { type CardWords, cardPainter, cardSize } from './card.ts';

export interface Cards {
  /** The address of the picture of a chapter; without one, of the story. */
  readonly href: (page?: ChapterPage) => string;
  readonly size: { readonly width: number; readonly height: number };
  /** All of them, each painted when it is asked for. */
  readonly all: () => readonly Card[];
}

export interface Card {
  /** Below `cards/`: `arrival.png`. */
  readonly name: string;
  /** Of all that it is made from: where it is the same, so is the picture. */
  readonly key: () => string;
  readonly png: () => Uint8Array<ArrayBuffer>;
}

/** No chapter has it: a slug is not empty. */
const nameOf = (page?: ChapterPage): string => (page ? `chapters/${page.slug}.png` : 'story.png');

export function cardsOf(
  story: StoryPage,
  chapters: readonly ChapterPage[],
  addresses: Addresses,
  language: string,
): Cards {
  let painter: ReturnType<typeof cardPainter> | undefined;
  const card = (name: string, said: Omit<CardWords, 'language'>): Card => {
    const words = { ...said, language };
    return {
      name,
      key: () => digestOf([paddVersion(), JSON.stringify(words)]),
      png() {
        painter ??= cardPainter(loadTypeface());
        return painter(words);
      },
    };
  };
  const whose = [story.title, story.authors].filter(Boolean).join(' · ');
  const ofStory = (): Card =>
    card(nameOf(), { above: story.span ?? story.series, title: story.title, below: story.authors });
  const ofChapter = (page: ChapterPage): Card =>
    card(nameOf(page), {
      above: page.time,
      number: page.hidden ? undefined : page.number,
      title: page.safeTitle,
      below: whose,
    });
  return {
    size: cardSize,
    href: (page) => addresses.to(`cards/${nameOf(page)}`),
    all: () => [ofStory(), ...chapters.map(ofChapter)],
  };
}
