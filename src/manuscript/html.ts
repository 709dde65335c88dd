/**
 * The author's HTML, made safe and valid. A tree that still holds raw HTML is read as one flow of tags and words, then
 * written anew. Since every word is put where the flow has come to, none is lost or changes its place, whatever the tags.
 */

import type { Element, ElementContent, Properties, Root, Text } from 'hast';
import type { Raw } from 'mdast-util-to-hast';
import { parseEntities } from 'parse-entities';
import type { Position } from 'unist';

/**
 * How an element behaves among others. A paragraph ends where a block begins; a leaf (heading, `pre`) holds words alone,
 * and blocks inside it are passed over; a part belongs to a ruby; what is hidden goes with its content; `none` is a tag
 * that says nothing.
 */
type Kind = 'inline' | 'part' | 'paragraph' | 'leaf' | 'list' | 'item' | 'block' | 'hidden' | 'none';

const words = (text: string): string[] => text.split(' ');
const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    inline: 'a abbr b bdi bdo cite code del dfn em i ins kbd mark q ruby s samp small span strong sub sup u var',
    part: 'rb rp rt',
    paragraph: 'p',
    leaf: 'h1 h2 h3 h4 h5 h6 pre summary',
    list: 'ol ul',
    item: 'li',
    block: 'blockquote details div figcaption figure',
    hidden: 'math script style svg',
  }).flatMap(([kind, tags]) => words(tags).map((tag) => [tag, kind as Kind] as const)),
);
const successors: ReadonlyMap<string, string> = new Map([
  ['acronym', 'abbr'],
  ['center', 'div'],
  ['strike', 's'],
]);
const voids = new Set(words('area base br col embed hr img input link meta source track wbr'));
/** Those of them that an author may write. */
const writableVoids = new Set(words('br hr img wbr'));
/** Of these one may not stand inside another. */
const unnestable = new Set(words('a dfn ruby'));

/** What a dropped tag leaves between two words: nothing, a space, a new line, a new paragraph. */
type Gap = 0 | 1 | 2 | 3;
const gaps = new Map<string, Gap>([
  ...words('basefont big blink data font label math nobr script style svg time tt').map((tag) => [tag, 0] as const),
  ['tr', 2],
  ...words(
    'address article aside body caption dd dir dl dt fieldset footer form frameset head header hgroup html iframe legend listing main menu nav noframes noscript object option optgroup plaintext search section select table tbody textarea tfoot thead title xmp',
  ).map((tag) => [tag, 3] as const),
]);
const gapOf = (tag: string): Gap => gaps.get(tag) ?? (['inline', 'part', undefined].includes(kinds.get(tag)) ? 1 : 3);

/** Tags of the author deeper than this are passed over. */
const DEEPEST = 40;

// ── Addresses and attributes ────────────────────────────────────────────────────────────────────────────────────────

/** An address that may be published, tidied; undefined for one that runs something or cannot be one. */
function safeUrl(value: unknown, picture: boolean): string | undefined {
  const url = String(value)
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\0- ]+|[\0- ]+$/g, '')
    .replace(/[\0- "<>\\^`{|}\x7f-\x9f]/g, encodeURIComponent);
  const scheme = /^([^/?#:]*):/.exec(url.replace(/[\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, ''))?.[1];
  if (scheme === undefined) return url || (picture ? undefined : url);
  if (!(picture ? /^https?$/i : /^(?:https?|mailto)$/i).test(scheme)) return undefined;
  return URL.canParse(url) ? url : undefined;
}

const addresses = new Set(
  words(
    'action background cite classId codeBase data formAction href longDesc manifest ping poster src srcDoc srcSet xLinkHref',
  ),
);

/** Takes what could run something from an element of ours. False for a picture that has no address left. */
function tidy({ tagName, properties }: Element): boolean {
  for (const key in properties) {
    if (/^on/i.test(key)) delete properties[key];
    else if (key === 'align') {
      properties.className = [properties.className ?? [], String(properties.align)].flat() as string[];
      delete properties[key];
    } else if (addresses.has(key)) {
      const url = safeUrl(properties[key], key !== 'href' || tagName !== 'a');
      if (url === undefined) delete properties[key];
      else if (url !== properties[key]) properties[key] = url;
    }
  }
  return tagName !== 'img' || properties.src !== undefined;
}

type Attributes = ReadonlyMap<string, string>;

/** What is kept of an author's attributes. */
function kept(name: string, tag: string, attributes: Attributes): Properties {
  const properties: Properties = {};
  const keep = (key: string, pattern: RegExp, value = attributes.get(key)): void => {
    const text = value === undefined ? '' : decoded(value, true).trim();
    if (pattern.test(text)) properties[key] = text;
  };
  keep('lang', /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i, attributes.get('lang') ?? attributes.get('xml:lang'));
  keep('dir', /^(?:ltr|rtl|auto)$/);
  keep('title', /\S/);
  const url = attributes.get(tag === 'img' ? 'src' : 'href');
  if (tag === 'a' && url !== undefined) properties.href = safeUrl(decoded(url, true), false);
  if (tag === 'img') {
    properties.src = url && safeUrl(decoded(url, true), true);
    properties.alt = decoded(attributes.get('alt') ?? '', true);
    keep('width', /^\d{1,9}$/);
    keep('height', /^\d{1,9}$/);
  }
  if (tag === 'ol') {
    keep('start', /^-?\d{1,9}$/);
    keep('type', /^[1aAiI]$/);
    if (attributes.has('reversed')) properties.reversed = true;
  }
  if (tag === 'li') keep('value', /^-?\d{1,9}$/);
  if (tag === 'details' && attributes.has('open')) properties.open = true;
  const style = attributes.get('style') ?? '';
  const centred = /^\s*center\s*$/i.test(attributes.get('align') ?? '') || /text-align\s*:\s*center/i.test(style);
  if (name === 'center' || (centred && /^(?:div|p|h[1-6])$/.test(tag))) properties.className = ['center'];
  return properties;
}

const decoded = (text: string, attribute = false): string =>
  text.includes('&') ? parseEntities(text, { attribute }) : text;

// ── Tags and text ───────────────────────────────────────────────────────────────────────────────────────────────────

type Token =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'start'; readonly name: string; readonly attributes: Attributes; readonly empty: boolean }
  | { readonly type: 'end'; readonly name: string };

const tagHead = /<(\/?)([a-z][^\t\n\f\r />]*)/iy;
const attribute =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >]*)))?/y;
const tagTail = /[\t\n\f\r /]*>/y;
/** More attributes than any tag has: beyond them a tag ends at the next `>`, so that no search is long. */
const MOST_ATTRIBUTES = 100;
const endsOf = {
  comment: /--!?>/g,
  instruction: /\?>/g,
  cdata: /\]\]>/g,
  declaration: />/g,
  script: /<(?=\/script[\t\n\f\r />])/gi,
  style: /<(?=\/style[\t\n\f\r />])/gi,
};

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * HTML as tags and text, as a browser tells them apart, except that nothing takes the text after it with it: a comment,
 * a quote or a `<` that is never closed is text. The time grows with the length, whatever stands there.
 */
function* tokensOf(html: string): Generator<Token> {
  const missing = new Set<string>();
  /** Where something ends, or -1. What was not found once is not looked for again. */
  const endOf = (what: keyof typeof endsOf, from: number): number => {
    const match = missing.has(what) ? null : matchAt(endsOf[what], html, from);
    if (!match) missing.add(what);
    return match ? match.index + match[0].length : -1;
  };
  const tagAt = (at: number, head: RegExpExecArray): { end: number; token?: Token } => {
    const name = (head[2] as string).toLowerCase();
    const attributes = new Map<string, string>();
    let end = at + head[0].length;
    for (let count = 0; count < MOST_ATTRIBUTES; count++) {
      const [written, key, ...values] = matchAt(attribute, html, end) ?? [];
      if (written === undefined || key === undefined) break;
      end += written.length;
      const value = values.find((text) => text !== undefined) ?? '';
      // A quote that is never closed belongs to no value.
      if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), value.replace(/^["']/, ''));
    }
    const tail = matchAt(tagTail, html, end)?.[0];
    end = tail === undefined ? html.indexOf('>', at) + 1 : end + tail.length;
    if (head[1]) return { end, token: { type: 'end', name } };
    const after = name === 'script' || name === 'style' ? endOf(name, end) - 1 : -2;
    if (after >= 0) return { end: after };
    return { end, token: { type: 'start', name, attributes, empty: tail?.endsWith('/>') === true } };
  };
  const markupAt = (at: number): { end: number; token?: Token } => {
    const head = matchAt(tagHead, html, at);
    if (head) return tagAt(at, head);
    if (html.startsWith('<!--', at)) return { end: endOf('comment', at + 2) };
    if (html.startsWith('<?', at)) return { end: endOf('instruction', at + 2) };
    if (/[a-z]/i.test(html.charAt(at + 2)) && html[at + 1] === '!') return { end: endOf('declaration', at) };
    if (!html.startsWith('<![CDATA[', at)) return { end: -1 };
    const end = endOf('cdata', at);
    return { end, token: { type: 'text', value: html.slice(at + 9, end - 3) } };
  };
  const lastEnd = html.lastIndexOf('>');
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0 && at < lastEnd; ) {
    const { end, token } = markupAt(at);
    if (end < 0) at = html.indexOf('<', at + 1);
    else {
      if (at > from) yield { type: 'text', value: decoded(html.slice(from, at)) };
      if (token) yield token;
      from = end;
      at = html.indexOf('<', end);
    }
  }
  if (from < html.length) yield { type: 'text', value: decoded(html.slice(from)) };
}

// ── The flow: which elements are open where ─────────────────────────────────────────────────────────────────────────

/** An element that is open for a stretch of the flow. It may come to be written several times, or never. */
interface Open {
  readonly name: string;
  readonly tag: string;
  readonly kind: Kind;
  readonly properties: Properties;
  readonly position: Position | undefined;
  /** Ours; the author's elements have none. */
  readonly node: Element | undefined;
  /** The innermost of our containers around it, and of our paragraphs and headings within that. */
  readonly container: Open | undefined;
  readonly lines: Open | undefined;
  /** Whether its end tag has been found where it counts. */
  closed: boolean;
  gone: boolean;
  /** Whether our own node has been put into the result. */
  used: boolean;
  /** The paragraph or item that it holds although nobody wrote it. */
  implied: Open | undefined;
}

type Step =
  | { readonly do: 'open'; readonly open: Open }
  | { readonly do: 'close'; readonly open: Open }
  /** A block of HTML is over; what it left open ends here unless an end tag is to come. */
  | { readonly do: 'settle'; readonly opened: readonly Open[] }
  | { readonly do: 'text'; readonly node: Text }
  | { readonly do: 'empty'; readonly node: Element }
  | { readonly do: 'part'; readonly gap: Gap };

const isInline = (kind: Kind | undefined): boolean => kind === 'inline' || kind === 'part' || kind === 'none';
const isLines = (kind: Kind | undefined): boolean => kind === 'paragraph' || kind === 'leaf';

const made = (tagName: string, properties: Properties, position?: Position): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [],
  position,
});

function opened(from: Partial<Open> & Pick<Open, 'tag' | 'kind'>): Open {
  const unset = { position: undefined, node: undefined, container: undefined, lines: undefined, implied: undefined };
  return { name: from.tag, properties: {}, ...unset, closed: false, gone: false, used: false, ...from };
}

/** Reads a tree as one flow, and finds for each tag of the author whether it is closed, and where. */
function flowOf(root: Root): Step[] {
  const steps: Step[] = [];
  const stack: Open[] = [];
  const byName = new Map<string, Open[]>();
  let container: Open | undefined;
  let lines: Open | undefined;
  /** Blocks from outside of the present paragraph whose end tags stand in it: they end with it. */
  let ending: Open[] = [];

  const begin = (from: Partial<Open> & Pick<Open, 'tag' | 'kind'>): Open => {
    const open = opened({ ...from, container, lines });
    stack.push(open);
    steps.push({ do: 'open', open });
    return open;
  };
  const finish = (open: Open): void => {
    if (!open.gone) steps.push({ do: 'close', open });
    open.gone = true;
    while (stack.at(-1)?.gone) stack.pop();
  };
  /** Ends a block, and all that the author opened within it. */
  const unwind = (open: Open): void => {
    if (open.gone) return;
    const ours: Open[] = [];
    for (let top = stack.pop(); top; top = stack.pop()) {
      if (top.node && top !== open && !top.gone) ours.unshift(top);
      else finish(top);
      if (top === open) break;
    }
    stack.push(...ours);
  };
  const enter = (node: Element, around: Open | undefined): Open => {
    const tag = node.tagName;
    const inLine = isInline(around?.kind) || isLines(around?.kind);
    const known = tag === 'th' ? 'leaf' : kinds.get(tag);
    const kind = known && known !== 'hidden' ? known : inLine ? 'inline' : 'block';
    const open = begin({ tag, kind, node, properties: node.properties, position: node.position });
    if (isLines(kind)) lines = open;
    else if (!isInline(kind)) [container, lines] = [open, undefined];
    return open;
  };
  const leave = (open: Open): void => {
    if (isInline(open.kind)) finish(open);
    else {
      unwind(open);
      ({ container, lines } = open);
      for (const block of ending) unwind(block);
      ending = [];
    }
  };
  const say = (value: string, position: Position | undefined): void => {
    steps.push({ do: 'text', node: { type: 'text', value, position } });
  };
  const start = (token: Token & { type: 'start' }, position: Position | undefined): Open | undefined => {
    const tag = successors.get(token.name) ?? token.name;
    const kind = kinds.get(tag);
    if (kind === undefined ? !writableVoids.has(tag) : token.empty) {
      steps.push({ do: 'part', gap: gapOf(tag) });
      return undefined;
    }
    const properties = kept(token.name, tag, token.attributes);
    if (kind === undefined) {
      if (tag === 'img' && properties.src === undefined) say(String(properties.alt), position);
      else steps.push({ do: 'empty', node: made(tag, properties, position) });
      return undefined;
    }
    const needs = tag === 'a' ? 'href' : tag === 'bdo' ? 'dir' : undefined;
    const idle = needs ? properties[needs] === undefined : tag === 'span' && Object.keys(properties).length === 0;
    const open = begin({ name: token.name, tag, kind: idle ? 'none' : kind, properties, position });
    const namesakes = byName.get(open.name);
    if (namesakes) namesakes.push(open);
    else byName.set(open.name, [open]);
    return open;
  };
  const end = (name: string, position: Position | undefined): void => {
    const namesakes = byName.get(name) ?? [];
    while (namesakes.at(-1)?.gone) namesakes.pop();
    const open = namesakes.at(-1);
    if (!open || open.container !== container) {
      if (name === 'br') start({ type: 'start', name, attributes: new Map(), empty: false }, position);
      else steps.push({ do: 'part', gap: gapOf(name) });
      return;
    }
    namesakes.pop();
    open.closed = true;
    if (isInline(open.kind)) finish(open);
    else if (open.lines === lines) unwind(open);
    else ending.push(open);
  };
  const read = ({ value, position }: Raw, isBlock: boolean): void => {
    const fresh: Open[] = [];
    let last: Open | undefined;
    for (const token of tokensOf(value)) {
      // A browser passes over the line break that follows `<pre>`.
      if (token.type === 'text') say(last?.tag === 'pre' ? token.value.replace(/^\r?\n/, '') : token.value, position);
      if (token.type === 'end') end(token.name, position);
      last = token.type === 'start' ? start(token, position) : undefined;
      if (last) fresh.push(last);
    }
    if (isBlock) steps.push({ do: 'settle', opened: fresh });
  };

  const path: { node: Root | Element; next: number; open?: Open }[] = [{ node: root, next: 0 }];
  for (let at = path.at(-1); at; at = path.at(-1)) {
    const child = at.node.children[at.next++];
    if (!child) {
      path.pop();
      if (at.open) leave(at.open);
    } else if (child.type === 'text') steps.push({ do: 'text', node: child });
    else if (child.type === 'raw') read(child, !at.open || (at.open.kind === 'block' && at.open.tag !== 'td'));
    else if (child.type === 'element') {
      if (voids.has(child.tagName)) steps.push({ do: 'empty', node: child });
      else path.push({ node: child, next: 0, open: enter(child, at.open) });
    }
  }
  return steps;
}

// ── The page: what is written where ─────────────────────────────────────────────────────────────────────────────────

/** Writes a flow as a tree: at each word, the elements that are open there, in an order that is valid. */
function pageOf(steps: readonly Step[]): ElementContent[] {
  const ground: Element = made('body', {});
  const body = opened({ tag: 'body', kind: 'block', node: ground });
  const rubies: { ruby: Element; parent: Element }[] = [];
  const figures: Element[] = [];
  /** What is open in the flow, and what is open on the page. */
  let stack: Open[] = [];
  const page: { open: Open; element: Element }[] = [{ open: body, element: ground }];
  let gap: Gap = 0;
  /** Where the last words stand, and their last character. */
  let spoken: Element | undefined;
  let tail = '';
  let hidden = 0;

  const impliedIn = (owner: Open): Open => {
    owner.implied ??=
      owner.kind === 'list' ? opened({ tag: 'li', kind: 'item' }) : opened({ tag: 'p', kind: 'paragraph' });
    return owner.implied;
  };
  const blocksOf = (): Open[] => {
    const blocks = [body];
    for (const open of stack) {
      if (isInline(open.kind) || blocks.at(-1)?.kind === 'leaf') continue;
      if (blocks.at(-1)?.kind === 'paragraph') blocks.pop();
      const around = blocks.at(-1) as Open;
      if (around.kind === 'list' && open.kind !== 'item') blocks.push(impliedIn(around));
      blocks.push(open);
    }
    return blocks;
  };
  const inlinesOf = (): Open[] => {
    const inlines: Open[] = [];
    for (const open of stack) {
      if (open.kind !== 'inline') continue;
      const outer = unnestable.has(open.tag) ? inlines.findIndex(({ tag }) => tag === open.tag) : -1;
      if (outer >= 0 && !open.node) continue;
      if (outer >= 0) inlines.splice(outer, 1);
      inlines.push(open);
    }
    const ruby = inlines.findIndex(({ tag }) => tag === 'ruby');
    const part = stack.findLast(({ kind, tag }) => kind === 'part' || tag === 'ruby');
    if (ruby >= 0 && part?.kind === 'part') inlines.splice(ruby + 1, part.tag === 'rp' ? inlines.length : 0, part);
    return inlines;
  };
  /** Where words would stand now. Those that nobody put into a paragraph get one. */
  const wayToWords = (): Open[] => {
    const blocks = blocksOf();
    const last = blocks.at(-1) as Open;
    if (last.kind === 'list' || last === body || last.tag === 'blockquote') blocks.push(impliedIn(last));
    return [...blocks, ...inlinesOf()];
  };
  const here = (): Element => (page.at(-1) as { element: Element }).element;
  const back = (way: readonly Open[]): void => {
    let common = 0;
    while (common < page.length && page[common]?.open === way[common]) common++;
    page.length = common;
  };
  const go = (way: readonly Open[]): void => {
    back(way);
    for (let next = page.length; next < way.length; next++) {
      const open = way[next] as Open;
      const parent = here();
      const element = written(open, parent, way[next + 1]);
      parent.children.push(element);
      page.push({ open, element });
      if (element.tagName === 'ruby') rubies.push({ ruby: element, parent });
      if (element.tagName === 'figure') figures.push(element);
    }
  };
  const put = (node: ElementContent): void => {
    here().children.push(node);
  };
  /** Goes to where words stand, and sets them apart from those that stand there already if a dropped tag did. */
  const speak = (first: string, last: string): void => {
    if (gap === 3) (blocksOf().at(-1) as Open).implied = undefined;
    const way = wayToWords();
    back(way);
    const block = page.findLast(({ open }) => !isInline(open.kind));
    const stays = block?.element === spoken && way.findLast(({ kind }) => !isInline(kind)) === block?.open;
    if (stays && gap > 1 && block?.open.kind !== 'leaf') put(made('br', {}));
    else if (stays && gap > 0 && !/\s$/.test(tail) && !/^\s/.test(first)) put({ type: 'text', value: ' ' });
    go(way);
    gap = 0;
    spoken = page.findLast(({ open }) => !isInline(open.kind))?.element;
    tail = last;
  };
  const part = (wanted: Gap): void => {
    if (wanted > gap) gap = wanted;
  };
  /** What the tags of an element set apart, beside what the element itself does. */
  const partBy = ({ kind, node }: Open): void => {
    if (node || kind === 'hidden' || kind === 'none') return;
    if (!isInline(kind)) part(3);
    if (kind === 'part' && !stack.some(({ tag }) => tag === 'ruby')) part(1);
  };
  /** A paragraph ends the one before it, and an item does, where the author left that to the reader. */
  const endFormer = ({ kind }: Open): void => {
    for (let at = stack.length - 1; at >= 0; at--) {
      const former = stack[at] as Open;
      if (isInline(former.kind)) continue;
      if (!former.node && former.kind === kind) stack = stack.filter((open, index) => index < at || open.node);
      if (former.node || kind === 'paragraph' || former.kind === kind || former.kind === 'list') return;
    }
  };
  const open = (open: Open): void => {
    partBy(open);
    if (open.kind === 'hidden' ? !open.closed : !open.node && stack.length >= DEEPEST) return;
    if (!open.node && (open.kind === 'paragraph' || open.kind === 'item')) endFormer(open);
    if (!open.node && open.tag === 'a') stack = stack.filter(({ tag, node }) => tag !== 'a' || node);
    stack.push(open);
    if (open.kind === 'hidden') hidden++;
    // Of ours, only what nobody would miss is left out when it holds nothing.
    const spare = open.kind === 'paragraph' || (open.kind === 'inline' && Object.keys(open.properties).length === 0);
    if (open.node && !spare && hidden === 0) go(isInline(open.kind) ? wayToWords() : blocksOf());
  };
  const close = (open: Open): void => {
    const at = stack.lastIndexOf(open);
    if (at < 0) return;
    partBy(open);
    stack.splice(at, 1);
    if (open.kind === 'hidden') hidden--;
  };
  const text = (node: Text): void => {
    if (/[^\t\n\f\r ]/.test(node.value)) {
      speak(node.value, node.value.slice(-1));
      const { open, element } = page.at(-1) as { open: Open; element: Element };
      if (open.tag === 'p' && !open.node && element.children.length === 0) node.value = node.value.trimStart();
    } else {
      back(wayToWords());
      tail = ' ';
    }
    put(node);
  };
  const empty = (node: Element): void => {
    if (node.tagName === 'hr') {
      const blocks = blocksOf();
      if (blocks.at(-1)?.kind === 'leaf') {
        part(2);
        return;
      }
      if (blocks.at(-1)?.kind === 'paragraph') blocks.pop();
      if (blocks.at(-1)?.kind === 'list') blocks.push(impliedIn(blocks.at(-1) as Open));
      go(blocks);
      gap = 0;
    } else if (node.tagName === 'br' || node.tagName === 'wbr') {
      const last = blocksOf().at(-1) as Open;
      if (last.kind === 'list') return;
      // A line break opens no paragraph of its own.
      const isOpen = page.some((at) => at.open === last.implied);
      go(wayToWords().filter((at) => isOpen || at !== last.implied));
      tail = '\n';
    } else speak('', '');
    put(node);
  };

  for (const step of steps) {
    if (step.do === 'open') open(step.open);
    else if (step.do === 'close') close(step.open);
    else if (step.do === 'part') part(step.gap);
    else if (step.do === 'settle') {
      for (const open of step.opened) if (!open.closed) close(open);
      part(3);
    } else if (hidden > 0) continue;
    else if (step.do === 'text') text(step.node);
    else empty(step.node);
  }
  for (const { ruby, parent } of rubies) mendRuby(ruby, parent);
  for (const figure of figures) mendFigure(figure);
  return ground.children;
}

const tagOf = (node: ElementContent | undefined): string | undefined =>
  node?.type === 'element' ? node.tagName : undefined;
const isBlank = (node: ElementContent): boolean => node.type === 'text' && !/[^\t\n\f\r ]/.test(node.value);

/** The node that an open element gets on the page; another element's, where its own may not stand. */
function written(open: Open, parent: Element, next: Open | undefined): Element {
  const { tag, node, position } = open;
  if (node && !open.used) {
    open.used = true;
    node.children = [];
    return node;
  }
  // Written a second time, it must not bear the same id.
  const { id: _, ...properties } = open.properties;
  const fits =
    node ||
    (tag === 'li' && (parent.tagName === 'ul' || parent.tagName === 'ol')) ||
    (tag === 'details' && next?.tag === 'summary') ||
    (tag === 'summary' && parent.tagName === 'details' && parent.children.every(isBlank)) ||
    (tag === 'figcaption' && parent.tagName === 'figure' && !parent.children.some((at) => tagOf(at) === tag)) ||
    !/^(?:li|details|summary|figcaption)$/.test(tag);
  if (fits) return made(tag, properties, position);
  const { open: __, value: ___, ...common } = properties;
  return made(tag === 'summary' ? 'p' : 'div', common, position);
}

/** A ruby is groups of base and reading, the reading between parentheses or not. One that is not is made so. */
function mendRuby(ruby: Element, parent: Element): void {
  const letter = (node: ElementContent): string => {
    if (tagOf(node) === 'rp') return (node as Element).children.every(({ type }) => type === 'text') ? 'p' : 'x';
    return tagOf(node) === 'rt' ? 'r' : isBlank(node) ? '' : 'b';
  };
  if (/^(?:b*(?:r|p(?:rp)+))+$/.test(ruby.children.map(letter).join(''))) return;
  const without = (tag: string, nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node) => (tagOf(node) === tag ? (node as Element).children : [node]));
  const children = without('rp', ruby.children);
  const end = children.findLastIndex((node) => tagOf(node) === 'rt') + 1;
  ruby.children = children.slice(0, end);
  const rest = without('rb', children.slice(end));
  parent.children.splice(parent.children.indexOf(ruby) + (end ? 1 : 0), end ? 0 : 1, ...rest);
}

/** A caption is the first or the last thing of its figure. */
function mendFigure(figure: Element): void {
  const things = figure.children.filter((node) => !isBlank(node));
  const at = things.findIndex((node) => tagOf(node) === 'figcaption');
  if (at > 0 && at < things.length - 1) (things[at] as Element).tagName = 'div';
}

// ── The whole ───────────────────────────────────────────────────────────────────────────────────────────────────────

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
