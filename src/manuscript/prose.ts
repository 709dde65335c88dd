/** The one pipeline, first half: the text of a chapter into a Markdown tree. Its second half is `typeset.ts`. */

import type { Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { tamedTildes } from './breaks.ts';
import { blank, type DirectiveLine, type DirectiveLines, notParsed, readDirectiveLines } from './directives.ts';
import { excessOf } from './measure.ts';
import type { Problem } from './problem.ts';
import { paragraphOf, shortened } from './shortened.ts';
import type { Source } from './source.ts';
import { manuscriptSyntax, type Uses } from './syntax.ts';

export interface Prose {
  /** The Markdown tree; its positions are offsets into the source. */
  readonly tree: Root;
  /** The directives that stand on lines of their own, by the offset of their first colon. */
  readonly directives: DirectiveLines['lines'];
  readonly problems: readonly Problem[];
}

const parsers = new Map<string, ReturnType<typeof parserFor>>();

function parserFor(uses: Uses) {
  return unified().use(remarkParse).use(manuscriptSyntax, uses).freeze();
}

function parse(text: string, usesDirectives: boolean): Root {
  const { text: short, tree, lengthen } = shortened(text);
  if (tree) return tree;
  const uses: Uses = {
    footnotes: text.includes('[^'),
    strikethrough: text.includes('~~'),
    tables: text.includes('|'),
    directives: usesDirectives || /:(?:ship|term|lang)\[/i.test(text),
  };
  const key = JSON.stringify(uses);
  let parser = parsers.get(key);
  if (!parser) {
    parser = parserFor(uses);
    parsers.set(key, parser);
  }
  return lengthen(parser.parse(short)) ?? parser.parse(text);
}

/**
 * Parses the prose of a source from an offset on. Never throws and never hangs: what the parser could not bear is read
 * as plain paragraphs, and reported.
 */
export function parseProse(source: Source, from: number): Prose {
  const problems: Problem[] = [];
  let text = blank(source.text, [{ start: 0, end: from }]).replace(/^\uFEFF/, ' ');
  const comment = text.lastIndexOf('<!--');
  if (comment >= from && !text.includes('-->', comment)) {
    const span = { source, start: comment, end: comment + 4 };
    problems.push({
      rule: 'format/bad-directive',
      message: 'this comment is never closed: `-->` is missing after it',
      span,
    });
    text = blank(text, [span]);
  }
  const excess = excessOf(text, from);
  if (excess) return plain(source, text, from, excess.at, excess.why);
  const found = readDirectiveLines(source, tamedTildes(text), from);
  try {
    let tree = parse(found.text, found.lines.size > 0);
    const refused = found.lines.size > 0 ? refusedLines(tree, found.lines) : [];
    // What the parser takes for prose would be printed: it goes, and the rest is parsed again.
    if (refused.length > 0)
      tree = parse(
        blank(
          found.text,
          refused.flatMap(({ span, closing }) => [span, ...(closing ? [closing] : [])]),
        ),
        true,
      );
    const lines = new Map([...found.lines].filter(([, line]) => !refused.includes(line)));
    const faults = refused.map(
      ({ span }): Problem => ({
        rule: 'format/bad-directive',
        message: notParsed(source.text.slice(span.start, span.end).replace(/[[{].*$/, '')),
        span,
      }),
    );
    return { tree, directives: lines, problems: [...problems, ...found.problems, ...faults] };
  } catch {
    // What the measure above does not know, and what nobody has met yet.
    return plain(source, text, from, from, 'the Markdown parser gives up on it');
  }
}

/** Lines that look like directives and that the parser takes for something else: marks in the braces that it does not bear. */
function refusedLines(tree: Root, lines: DirectiveLines['lines']): DirectiveLine[] {
  const taken = new Set<number | undefined>();
  visit(tree, (node) => {
    if (node.type === 'leafDirective' || node.type === 'containerDirective') taken.add(node.position?.start.offset);
  });
  return [...lines.values()].filter(({ span }) => !taken.has(span.start));
}

/** Paragraphs between blank lines, and nothing else: no word is lost of a text that cannot be parsed. */
function plain(source: Source, text: string, from: number, at: number, why: string): Prose {
  const children: RootContent[] = [];
  for (const block of text.slice(from).matchAll(/\S(?:[^\r\n]|\r?\n(?![ \t]*\r?\n))*/g)) {
    const start = from + block.index;
    children.push(paragraphOf({ start, end: start + block[0].trimEnd().length }, text));
  }
  const message = `this file is read as plain paragraphs: ${why}`;
  const problem: Problem = { rule: 'format/unreadable-file', message, span: { source, start: at, end: at } };
  return { tree: { type: 'root', children }, directives: new Map(), problems: [problem] };
}
