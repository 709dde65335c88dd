/** A chapter in which something was found, as it stands on the page. */

import type { Passage } from './passages.ts';

export function hitOf(href: string, title: string, passages: readonly Passage[]): HTMLLIElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.append(linkTo(href, title));
  item.append(heading);
  for (const { id, pieces } of passages) {
    const line = document.createElement('p');
    line.append(
      linkTo(`${href}#${encodeURIComponent(id)}`, ...pieces.map(({ words, hit }) => (hit ? marked(words) : words))),
    );
    item.append(line);
  }
  return item;
}

function linkTo(href: string, ...words: readonly (string | Node)[]): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.append(...words);
  return link;
}

function marked(words: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = words;
  return mark;
}
