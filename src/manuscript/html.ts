/**
 * The author's HTML, made safe and valid. A tree that still holds raw HTML is read as one flow of tags and words, then
 * written anew. Since every word is put where the flow has come to, none is lost or changes its place, whatever the tags.
 */

import type { Element, Root } from 'hast';
import { tidy } from './html/attributes.ts';
import { flowOf } from './html/flow.ts';
import { pageOf } from './html/page.ts';

/**
 * Cleans a tree in place. The author's HTML (`raw` nodes) becomes elements of the allow-list with the attributes that
 * are allowed there, valid where they stand; the text of all else stays, in its order. Our own elements keep what they
 * have, but for addresses and handlers that could run something. Afterwards the tree holds elements and text alone.
 */
export function cleanHtml(root: Root): void {
  let rough = false;
  const parents: (Root | Element)[] = [root];
  for (const parent of parents) {
    parent.children.forEach((child, at) => {
      if (child.type !== 'element') rough ||= child.type !== 'text';
      else if (tidy(child)) parents.push(child);
      else parent.children[at] = { type: 'text', value: String(child.properties.alt ?? ''), position: child.position };
    });
  }
  if (rough) root.children = pageOf(flowOf(root));
}
