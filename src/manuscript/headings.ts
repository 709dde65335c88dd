/** What a chapter is called: its frontmatter, its first heading, or its file. */

import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { isComment } from './breaks.ts';
import type { Stated } from './fields.ts';
import type { Title } from './model.ts';
import { spanOf } from './scenes.ts';
import type { ChapterFields } from './schema.ts';
import type { Source } from './source.ts';

/** The words of a node, marks of emphasis left out. */
export function plainText(node: Nodes): string {
  if (node.type === 'footnoteReference' || node.type === 'html') return '';
  if ('value' in node) return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

const fold = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first heading, where nothing but comments stands above it. */
function headingAtHead(tree: Root): Heading | undefined {
  const first = tree.children.find((node: RootContent) => !isComment(node));
  return first?.type === 'heading' && plainText(first).trim() !== '' ? first : undefined;
}

export interface Titled {
  readonly title: Title;
  readonly otherHeading?: Stated<string>;
  /** The tree without the heading that is the title. */
  readonly tree: Root;
}

export function titleOf(source: Source, tree: Root, fields: ChapterFields): Titled {
  const heading = headingAtHead(tree);
  const words = heading ? plainText(heading).replace(/\s+/g, ' ').trim() : '';
  const stated = fields.title;
  if (stated && stated.value !== '') {
    const title: Title = { text: stated.value, span: stated.span, from: 'frontmatter' };
    if (!heading) return { title, tree };
    if (fold(words) === fold(stated.value)) return { title, tree: without(tree, heading) };
    return { title, tree, otherHeading: { value: words, span: spanOf(source, heading) } };
  }
  if (heading) {
    return { title: { text: words, span: spanOf(source, heading), from: 'heading' }, tree: without(tree, heading) };
  }
  return { title: { text: titleOfFile(source.file), from: 'file' }, tree };
}

const without = (tree: Root, node: RootContent): Root => ({
  ...tree,
  children: tree.children.filter((child) => child !== node),
});

/** A date, as Jekyll puts before names, is no number. */
const leadingDate = /^\d{4}-\d{2}-\d{2}[\s._-]+(?=\S)/;
const leadingNumber = /^(?!\d{4}-\d{2}-\d{2}(?:\D|$))(\d+)(?:[\s._-]+|$)/;

const withoutNumber = (name: string): string => name.replace(leadingDate, '').replace(leadingNumber, '');

const stem = (file: string): string =>
  file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFC');

/** The number that a file's name begins with. */
export function fileNumber(file: string): number | undefined {
  const digits = leadingNumber.exec(stem(file))?.[1];
  return digits === undefined || digits.length > 6 ? undefined : Number(digits);
}

/** `01-the-commodores-office.md` → `The commodores office`; `07.md` → `7`. */
function titleOfFile(file: string): string {
  const words = titleOfName(stem(file));
  return words === '' ? String(fileNumber(file) ?? stem(file)) : words;
}

/** `part-two` → `Part two`: the name of a file or folder without its number, as a title. */
export function titleOfName(name: string): string {
  const words = withoutNumber(name.normalize('NFC')).replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name as the last part of an address: small letters, digits and hyphens, in whichever script. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, (marks) => marks.replace(/[\u0300-\u036f]/g, ''))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'ʼ]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

export const slugOfFile = (file: string): string => slugOf(withoutNumber(stem(file)));
