/** HTML trees into HTML. */

import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const printer = unified().use(rehypeStringify, { closeSelfClosing: false, omitOptionalTags: false }).freeze();

export const htmlOf = (tree: Root): string => printer.stringify(tree);
