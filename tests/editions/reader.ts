/** A reading system that people use (foliate-js, the engine of Foliate), with a book open in it, and no way to the network. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** What a page of the engine offers: its element, so far as it is used here. */
interface View extends HTMLElement {
  readonly book: {
    readonly sections: readonly { readonly id: string; readonly linear: string | null }[];
    readonly toc: readonly Entry[];
    readonly resolveHref: (href: string) => { index: number; anchor: (from: Document) => Element | 0 } | null;
  };
  readonly renderer: {
    readonly getContents: () => readonly { readonly index: number; readonly doc: Document }[];
    readonly setStyles: (css: string) => void;
  };
  readonly open: (book: Blob) => Promise<void>;
  readonly goTo: (target: string | number) => Promise<{ readonly index: number } | undefined>;
}

interface Entry {
  readonly label: string;
  readonly href: string;
  readonly subitems: readonly Entry[] | null;
}

/** A document of the book, as the engine shows it. */
export interface Shown {
  readonly file: string;
  readonly words: string;
  /** Pictures of which not a pixel came. */
  readonly missing: readonly string[];
  readonly notes: number;
  /** The colours of all words, and the grounds under them but for those that show through. */
  readonly inks: readonly string[];
  readonly grounds: readonly string[];
}

export interface Reader {
  readonly page: Page;
  /** What the console complained of, and every request that would have left the machine. */
  readonly complaints: readonly string[];
  readonly length: number;
  /** Turns to a document of the spine. */
  readonly show: (at: number) => Promise<Shown>;
  /** Every entry of the contents, with the text that its target begins with; undefined where there is no target. */
  readonly contents: () => Promise<readonly { label: string; found: string | undefined }[]>;
  /** Presses the nth reference to a footnote in what is shown, then the way back from the note. */
  readonly followNote: (nth: number) => Promise<{ note: string; back: boolean }>;
}

const host = 'http://reader.test';
/** As reading systems do it: the page takes its colours from the system. */
const shell =
  '<!DOCTYPE html><meta charset="utf-8"><style>:root { color-scheme: light dark; } html, body { height: 100%; margin: 0; } foliate-view { display: block; height: 100%; }</style><script type="module" src="/view.js"></script><foliate-view></foliate-view>';

export async function openInReader(
  browser: Browser,
  bytes: Uint8Array,
  colorScheme: 'light' | 'dark',
): Promise<Reader> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 844 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    const speaksOfItself = message.text().startsWith('An iframe which has both allow-scripts');
    if (/^(?:error|warning)$/.test(message.type()) && !speaksOfItself) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== host) {
      complaints.push(`asks for ${route.request().url()}`);
      return route.abort();
    }
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: shell });
    if (pathname === '/book.epub') return route.fulfill({ body: Buffer.from(bytes) });
    if (!pathname.endsWith('.js')) return route.fulfill({ status: 204 });
    const module = readFileSync(fileURLToPath(import.meta.resolve(`foliate-js${pathname}`)));
    return route.fulfill({ contentType: 'text/javascript', body: module });
  });
  await page.goto(`${host}/`);
  const length = await page.evaluate(async () => {
    await customElements.whenDefined('foliate-view');
    const view = document.querySelector<View>('foliate-view');
    if (!view) throw new Error('no reader');
    await view.open(new File([await (await fetch('/book.epub')).blob()], 'book.epub'));
    // All that readers of this engine set for day and night; the book has to bear it.
    view.renderer.setStyles('html { color-scheme: light dark; }');
    return view.book.sections.length;
  });
  return {
    page,
    complaints,
    length,
    show: (at) => page.evaluate(showSection, at),
    contents: () => page.evaluate(readContents),
    followNote: (nth) => page.evaluate(pressNote, nth),
  };
}

// The functions below run in the page, each by itself.

async function showSection(at: number): Promise<Shown> {
  const view = document.querySelector<View>('foliate-view');
  await view?.goTo(at);
  const shown = view?.renderer.getContents().find(({ index }) => index === at)?.doc;
  if (!view || !shown?.defaultView) throw new Error(`section ${at} is not shown`);
  const pictures = [...shown.images];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  const colours = { inks: new Set<string>(), grounds: new Set<string>() };
  for (const element of shown.body.querySelectorAll('*')) {
    const { color, backgroundColor } = shown.defaultView.getComputedStyle(element);
    const speaks = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    if (speaks) colours.inks.add(color);
    if (speaks && backgroundColor !== 'rgba(0, 0, 0, 0)') colours.grounds.add(backgroundColor);
  }
  return {
    file: view.book.sections[at]?.id ?? '',
    words: shown.body.innerText.trim(),
    missing: pictures.filter(({ naturalWidth }) => naturalWidth === 0).map(({ alt }) => alt),
    notes: shown.querySelectorAll('[role="doc-noteref"]').length,
    inks: [...colours.inks],
    grounds: [...colours.grounds],
  };
}

async function readContents(): Promise<{ label: string; found: string | undefined }[]> {
  const view = document.querySelector<View>('foliate-view');
  const found: { label: string; found: string | undefined }[] = [];
  const open = [...(view?.book.toc ?? [])];
  for (let entry = open.shift(); view && entry; entry = open.shift()) {
    open.unshift(...(entry.subitems ?? []));
    const target = view.book.resolveHref(entry.href);
    if (target) await view.goTo(entry.href);
    const shown = view.renderer.getContents().find(({ index }) => index === target?.index)?.doc;
    const place = shown && target ? target.anchor(shown) || shown.body : undefined;
    found.push({ label: entry.label, found: place?.textContent?.trim() });
  }
  return found;
}

async function pressNote(nth: number): Promise<{ note: string; back: boolean }> {
  const view = document.querySelector<View>('foliate-view');
  const shown = view?.renderer.getContents()[0]?.doc;
  const reference = shown?.querySelectorAll<HTMLElement>('[role="doc-noteref"]')[nth];
  if (!view || !shown || !reference) throw new Error(`no reference ${nth}`);
  const arrival = async (link: HTMLElement): Promise<Element | undefined> => {
    const pressed = new Promise<string>((resolve) => {
      view.addEventListener('link', (event) => resolve((event as CustomEvent<{ href: string }>).detail.href), {
        once: true,
      });
    });
    link.click();
    const target = view.book.resolveHref(await pressed);
    const doc = view.renderer.getContents().find(({ index }) => index === target?.index)?.doc;
    return (doc && target?.anchor(doc)) || undefined;
  };
  const note = await arrival(reference);
  const back = note?.querySelector<HTMLElement>('[role="doc-backlink"]');
  const home = back ? await arrival(back) : undefined;
  // A note that is named twice leads back to where it was named first.
  const whence = home?.closest('[role="doc-noteref"]') ?? home?.querySelector('[role="doc-noteref"]');
  return {
    note: note?.textContent?.trim() ?? '',
    back: whence?.getAttribute('href') === reference.getAttribute('href'),
  };
}
