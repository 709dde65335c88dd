/** The Markdown of a manuscript: CommonMark, footnotes, tables, strikethrough, and directives where prose cannot be meant. */

import { directiveFromMarkdown } from 'mdast-util-directive';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Code, Construct, Effects, Extension, State, Tokenizer } from 'micromark-util-types';
import type { Processor } from 'unified';
import { textNames } from './directives.ts';

const COLON = 58;
const OPENING_BRACKET = 91;

/** Looks ahead for `:ship[`, `:term[` or `:lang[` in any case; every other colon is prose. */
const ourName: Construct = {
  partial: true,
  tokenize(effects: Effects, ok: State, nok: State): State {
    let name = '';
    const afterColon: State = (code: Code) => {
      if (code === OPENING_BRACKET) {
        effects.exit('data');
        return (textNames as readonly string[]).includes(name) ? ok(code) : nok(code);
      }
      const letter = code !== null && code > 0 ? String.fromCharCode(code).toLowerCase() : '';
      if (!/^[a-z]$/.test(letter) || name.length === 4) return nok(code);
      name += letter;
      effects.consume(code);
      return afterColon;
    };
    return (code: Code) => {
      effects.enter('data');
      effects.consume(code);
      return afterColon;
    };
  },
};

/** The text directive of the library, let in only where one of our names and a label stand. */
function guarded(construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    return effects.check(ourName, construct.tokenize.call(this, effects, ok, nok), nok);
  };
  return { ...construct, tokenize };
}

function directives(): Extension {
  const extension = directive();
  const text = extension.text?.[COLON] as Construct;
  return { ...extension, text: { [COLON]: guarded(text) } };
}

/** What of the syntax a text can use. Most chapters use none of it, and each extension that is on slows every line. */
export interface Uses {
  readonly footnotes: boolean;
  readonly strikethrough: boolean;
  readonly tables: boolean;
  readonly directives: boolean;
}

/** A unified plugin that teaches remark-parse the syntax. Autolinks are left out: they cost more than all the rest. */
export function manuscriptSyntax(this: Processor, uses: Uses): undefined {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  const on: [boolean, Extension, unknown][] = [
    [uses.footnotes, gfmFootnote(), gfmFootnoteFromMarkdown()],
    [uses.strikethrough, gfmStrikethrough({ singleTilde: false }), gfmStrikethroughFromMarkdown()],
    [uses.tables, gfmTable(), gfmTableFromMarkdown()],
    [uses.directives, directives(), directiveFromMarkdown()],
  ];
  data.micromarkExtensions = on.flatMap(([used, syntax]) => (used ? [syntax] : []));
  data.fromMarkdownExtensions = on.flatMap(([used, , toTree]) => (used ? [toTree] : []));
}
