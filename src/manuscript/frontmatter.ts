/** Where a chapter's frontmatter ends and its prose begins. */

import { chapterKeys } from './schema.ts';
import { headOf, type Source } from './source.ts';
import { readToml } from './toml.ts';
import { isMapNode, type MapNode, readYaml, type YamlReading } from './yaml.ts';

export interface Frontmatter {
  readonly fields?: MapNode;
  /** The offset at which the prose begins. */
  readonly end: number;
  readonly problems: YamlReading['problems'];
}

/**
 * Finds and reads the frontmatter: YAML between `---` lines or TOML between `+++` lines, after a byte order mark and
 * blank lines if there are any. A first `---` that prose follows is a scene break, and all of the file is prose.
 */
export function readFrontmatter(source: Source): Frontmatter {
  const none: Frontmatter = { end: 0, problems: [] };
  const opening = /^\uFEFF?(?:[ \t]*(?:\r\n?|\n))*(---|\+\+\+)[ \t]*(?:\r\n?|\n)/.exec(source.text);
  if (!opening) return none;
  const start = opening[0].length;
  const fence = opening[1] as string;
  const closing = fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m;
  const rest = source.text.slice(start);
  const close = closing.exec(rest);
  const inner = close ? rest.slice(0, close.index) : rest;
  if (fence === '---' ? !looksLikeYaml(inner, close !== null) : !/^[ \t]*(?:[\w."'-]+[ \t]*=|\[|#|$)/.test(inner))
    return none;
  if (!close) return unclosed(source, start, fence);
  const lineEnd = /\r\n?|\n/.exec(rest.slice(close.index));
  const end = lineEnd ? start + close.index + lineEnd.index + lineEnd[0].length : source.text.length;
  const { node, problems } = (fence === '---' ? readYaml : readToml)(source, start, start + close.index);
  if (node && !isMapNode(node)) {
    const message = 'frontmatter is a table of keys, as in “title: Arrival”; this is something else';
    return { end, problems: [...problems, { rule: 'format/bad-value', message, span: node.span }] };
  }
  return node ? { fields: node, end, problems } : { end, problems };
}

/** Frontmatter whose second fence is missing: what stands above the first blank line is taken for it. */
function unclosed(source: Source, start: number, fence: string): Frontmatter {
  const blank = /\n[ \t]*\r?\n/.exec(source.text.slice(start));
  const end = blank ? start + blank.index + 1 : source.text.length;
  const { node, problems } = (fence === '---' ? readYaml : readToml)(source, start, end);
  const { start: at } = headOf(source);
  const span = { source, start: at + source.text.slice(at).indexOf(fence), end: start };
  const missing = {
    rule: 'format/bad-value',
    message: `this frontmatter is not closed: a line \`${fence}\` is missing below it`,
    span,
  } as const;
  return { ...(isMapNode(node) ? { fields: node } : {}), end, problems: [missing, ...problems] };
}

/**
 * Whether what follows a first `---` is YAML and not the first scene of a chapter that opens with a break. A field that
 * is known here settles it; else every line at the margin must be a key, an item or a comment.
 */
function looksLikeYaml(inner: string, closed: boolean): boolean {
  const lines = inner.split(/\r\n?|\n/);
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined) return closed && inner === '';
  if ((lines[0] as string).trim() === '') return false;
  const key = /^["']?([A-Za-z_][\w-]*)["']?[ \t]*:(?:[ \t]|$)/.exec(first)?.[1];
  if (key !== undefined && chapterKeys.has(key.toLowerCase())) return true;
  if (!closed) return false;
  return lines.every((line) => /^(?:\s|#|- |-$|$|[}\]]|["']?[A-Za-z_][\w-]*["']?[ \t]*:(?:[ \t]|$))/.test(line));
}
