/** The one pipeline, second half: a Markdown tree into the HTML tree that every edition prints. */

import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root, RootContent } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { withPlainBreaks } from './breaks.ts';
import type { House } from './house.ts';
import { cleanHtml } from './html.ts';
import { INDENT, markIndents } from './indents.ts';
import { markParagraphs } from './marks.ts';
import type { Chapter, Manuscript } from './model.ts';
import { markPictures } from './pictures.ts';
import { parseProse } from './prose.ts';
import { tableHandler } from './tables.ts';
import { resolveTargets, settleFragments } from './targets.ts';
import { markTasks } from './tasks.ts';
import { joinIdeographs, markShips } from './terms.ts';
import { typesetMarks } from './typography/index.ts';
import { markLines } from './verse.ts';
import { visitElements } from './visit.ts';

export type { House } from './house.ts';

/**
 * Sets a chapter: marks of the story's language, scene breaks, ships and terms, cleaned HTML, footnotes in a section at
 * the end, an id on every paragraph and heading that comes from its words. The tree is fresh: an edition may change it.
 */
export function typeset(manuscript: Manuscript, chapter: Chapter, house: House): HtmlRoot {
  const shown = { ...chapter.tree, children: withPlainBreaks(chapter.tree.children, chapter.source.text) };
  const tree = toHtml(shown, `${chapter.slug}-`, house.words);
  resolveTargets(tree, manuscript, chapter, house);
  if (chapter.source.text.includes(INDENT)) markIndents(tree);
  finish(tree, manuscript);
  markParagraphs(tree, chapter.slug);
  settleFragments(tree);
  return tree;
}

/**
 * Sets a piece of Markdown that stands in YAML: a note, a summary, an epigraph. Its links and pictures stay as written.
 * `ids` begins the ids of its footnotes, since several such pieces may stand on one page.
 */
export function typesetNote(
  markdown: string,
  manuscript: Manuscript,
  { ids = 'note', words = { notes: '', backToText: '' } }: { ids?: string; words?: House['words'] } = {},
): HtmlRoot {
  const { tree } = parseProse({ file: 'note', text: markdown }, 0);
  const html = toHtml(tree, `${ids}-`, words);
  finish(html, manuscript);
  return html;
}

function finish(tree: HtmlRoot, manuscript: Manuscript): void {
  markPictures(tree);
  markShips(tree, manuscript);
  joinIdeographs(tree);
  typesetMarks(tree, manuscript.story.language);
}

function toHtml(tree: Root, prefix: string, words: House['words']): HtmlRoot {
  const options: Options = {
    allowDangerousHtml: true,
    clobberPrefix: prefix,
    footnoteLabel: words.notes,
    footnoteBackLabel: words.backToText,
    footnoteLabelTagName: 'h2',
    footnoteLabelProperties: { className: ['notes-title'] },
    handlers,
  };
  const html = unified().use(remarkRehype, options).runSync(tree) as HtmlRoot;
  nameNotes(html, `${prefix}notes`);
  cleanHtml(html);
  markLines(html);
  markTasks(html);
  return html;
}

/** The library calls the heading of every chapter's notes alike; on one page they must differ. */
function nameNotes(tree: HtmlRoot, id: string): void {
  visitElements(tree, ({ properties }) => {
    if (properties.id === 'footnote-label') properties.id = id;
    if (properties.dataFootnoteRef !== undefined) properties.ariaDescribedBy = [id];
  });
}

const element = (
  tagName: string,
  className: string | undefined,
  children: ElementContent[],
  more: Element['properties'] = {},
): Element => ({
  type: 'element',
  tagName,
  properties: { ...(className ? { className: [className] } : {}), ...more },
  children,
});

const sceneBreak = (): Element => element('hr', 'scene-break', []);

/** What the nodes become that only manuscripts have. Names of directives disregard case. */
const handlers: NonNullable<Options['handlers']> = {
  thematicBreak: sceneBreak,
  table: tableHandler,
  leafDirective: (_state, node) => (node.name.toLowerCase() === 'break' ? element('hr', 'pause', []) : sceneBreak()),
  containerDirective(state, node) {
    const name = node.name.toLowerCase();
    const label = labelOf(node);
    const blocks = state.wrap(state.all(withoutLabel(node)), true) as ElementContent[];
    return name === 'note'
      ? element('div', 'passage', blocks, label ? { dataNote: label } : {})
      : element('div', name, blocks);
  },
  textDirective(state, node) {
    const words = state.all(node) as ElementContent[];
    const name = node.name.toLowerCase();
    if (name === 'lang')
      return element('i', undefined, words, { lang: Object.keys(node.attributes ?? {})[0] ?? 'und' });
    return element(name === 'ship' ? 'i' : 'span', name, words);
  },
};

interface Directive {
  children: RootContent[];
}

const isLabel = (node: RootContent | undefined): boolean =>
  Boolean((node?.data as { directiveLabel?: boolean } | undefined)?.directiveLabel);

function labelOf(node: Directive): string | undefined {
  const first = node.children[0];
  if (!isLabel(first) || first?.type !== 'paragraph') return undefined;
  return first.children.map((child) => ('value' in child ? child.value : '')).join('');
}

const withoutLabel = <D extends Directive>(node: D): D =>
  isLabel(node.children[0]) ? { ...node, children: node.children.slice(1) } : node;
