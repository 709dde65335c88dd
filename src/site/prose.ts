/** The prose of a chapter as the site prints it: typeset by the core, with what only a page on a screen can do. */

import type { Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { languageTag } from '../editions/direction.ts';
import { type Places, placeIn, placesOf, rankHeadings, textOf } from '../editions/epub/mend.ts';
import { digestOf, digestOfFile, type Memory } from '../editions/memory.ts';
import type { Publication } from '../editions/publication.ts';
import { surroundingsOf } from '../editions/surroundings.ts';
import type { Chapter } from '../manuscript/model.ts';
import { decodeAddress, resolveTargets, settleFragments } from '../manuscript/targets.ts';
import { type House, typeset, typesetNote } from '../manuscript/typeset.ts';
import type { Addresses } from './addresses.ts';
import { htmlOf } from './html.ts';
import { openPassages } from './passages.ts';
import type { Pictures } from './pictures.ts';
import type { Strings } from './strings/index.ts';
import { mayBeWide } from './tables.ts';

export interface ProseHouse {
  readonly publication: Publication;
  readonly addresses: Addresses;
  readonly pictures: Pictures;
  readonly strings: Strings;
  /** Attributes of words that are the interface’s and not the story’s. */
  readonly own: Properties;
  readonly memory: Memory;
}

/** Each chapter is typeset once: its own page, the page of all chapters and the feed share the text. */
export function proseOf(house: ProseHouse): (chapter: Chapter) => string {
  const known = new Map<Chapter, string>();
  const settle = settlerOf(house);
  let around: string | undefined;
  const texts = (): readonly string[] =>
    house.publication.manuscript.chapters.map(({ source }) => digestOfFile(source));
  return (chapter) => {
    const before = known.get(chapter);
    if (before !== undefined) return before;
    around ??= surroundings(house);
    const led = leadsInto(chapter);
    const from = [around, chapter.slug, digestOfFile(chapter.source), ...(led ? texts() : [])];
    const { html, shown } = house.memory.recall(from, () => {
      const shown: string[] = [];
      const href = (path: string): string | undefined => {
        shown.push(path);
        return house.pictures.href(path);
      };
      const tree = setChapter(chapter, { ...house, pictures: { ...house.pictures, href } });
      if (led) settle(tree);
      return { html: htmlOf(tree), shown };
    });
    // A picture counts as used also where its page comes from the memory.
    for (const path of shown) house.pictures.href(path);
    known.set(chapter, html);
    return html;
  };
}

/** Whether a chapter may have a link to a place in another: its page depends on the words there, too. */
const leadsInto = ({ source }: Chapter): boolean =>
  /(?:\]\(\s*|\]:\s*|\bhref\s*=\s*["']?)<?[^)"'#>:\n]+#/i.test(source.text);

/** Links to a heading of another chapter, `02-regulus.md#the-bridge`, get the id that it has there; to nothing, its head. */
function settlerOf({ publication, addresses }: ProseHouse): (tree: Root) => void {
  const { manuscript, chapters } = publication;
  const byHref = new Map(chapters.map((chapter) => [addresses.chapter(chapter), chapter]));
  const known = new Map<Chapter, Places>();
  const nowhere: House = {
    chapterHref: () => '',
    imageHref: () => undefined,
    words: { notes: '', backToText: '' },
  };
  const placesIn = (chapter: Chapter): Places => {
    const places = known.get(chapter) ?? placesOf(typeset(manuscript, chapter, nowhere));
    known.set(chapter, places);
    return places;
  };
  return (tree) =>
    visit(tree, 'element', ({ tagName, properties }) => {
      const [page = '', fragment] = tagName === 'a' ? String(properties.href).split('#') : [];
      const chapter = byHref.get(page);
      if (!chapter || !fragment) return;
      const place = placeIn(placesIn(chapter), decodeAddress(fragment));
      properties.href = place === undefined ? page : `${page}#${place}`;
    });
}

/** The same, and what only a page on a screen has. */
const surroundings = ({ publication, addresses, pictures, strings, own }: ProseHouse): string =>
  digestOf([
    ...surroundingsOf(publication),
    JSON.stringify([addresses.base, strings.language, own]),
    JSON.stringify(pictures.state()),
  ]);

/** An author’s note to a chapter, an epigraph: Markdown of YAML. `name` tells it from others of the chapter. */
export type SetNote = (chapter: Chapter, markdown: string, name: string) => string;

export function notesOf(house: ProseHouse): SetNote {
  const settle = settlerOf(house);
  return (chapter, markdown, name) => {
    const { strings } = house;
    const { manuscript } = house.publication;
    const ids = `${chapter.slug}-${name}`;
    const tree = typesetNote(markdown, manuscript, { ids, words: strings });
    resolveTargets(tree, manuscript, chapter, editionOf(house));
    settleFragments(tree);
    settle(tree);
    finish(tree, ids, house);
    return htmlOf(tree);
  };
}

/** The address of what has none; no page prints it. */
const NOWHERE = 'unpublished:';

const editionOf = ({ publication, addresses, pictures, strings }: ProseHouse): House => ({
  // A link to a chapter that has no page stays as its words.
  chapterHref: (other) => (publication.chapters.includes(other) ? addresses.chapter(other) : NOWHERE),
  imageHref: (path) => pictures.href(path),
  words: { notes: strings.notes, backToText: strings.backToText },
});

function setChapter(chapter: Chapter, house: ProseHouse): Root {
  const tree = typeset(house.publication.manuscript, chapter, editionOf(house));
  openPassages(tree, chapter.slug, house.strings, house.own);
  finish(tree, chapter.slug, house);
  return tree;
}

/** @param ids what the ids of its footnotes begin with */
function finish(tree: Root, ids: string, { pictures }: ProseHouse): void {
  // The title of the page stands above the headings of the prose; the notes have a heading of their own.
  const isNotes = (node: Root['children'][number]): boolean => node.type === 'element' && node.tagName === 'section';
  rankHeadings({ ...tree, children: tree.children.filter((node) => !isNotes(node)) }, 1);
  visit(tree, 'element', (node) => {
    const { properties, tagName } = node;
    if (tagName === 'img') Object.assign(properties, pictures.shape(String(properties.src)), { loading: 'lazy' });
    // Wide ones are scrolled by themselves, by keyboard too; and a corner that heads nothing is no head.
    if (tagName === 'table' && mayBeWide(node)) properties.tabIndex = 0;
    if (tagName === 'th' && node.children.length === 0) node.tagName = 'td';
    // The page of all chapters has as many headings of this kind as chapters.
    if (properties.id === 'footnote-label') properties.id = `${ids}-notes`;
    if (properties.ariaDescribedBy) properties.ariaDescribedBy = [`${ids}-notes`];
    // The second way back from a note says that it is the second.
    if (properties.dataFootnoteBackref !== undefined)
      properties.ariaLabel = `${properties.ariaLabel} ${textOf(node).replace(/\D/g, '')}`.trim();
    if (typeof properties.lang === 'string') properties.lang = languageTag(properties.lang);
    if (tagName === 'a' && String(properties.href).startsWith(NOWHERE)) {
      node.tagName = 'span';
      node.properties = {};
    }
  });
  visit(tree, 'text', (node) => {
    // An arrow that the typeface has: the usual one is a picture on some systems, and on others nothing.
    if (node.value === '↩') node.value = '↑';
  });
}
