/** The addresses of a site, below whatever path it lives at. */

import type { Chapter } from '../manuscript/model.ts';

export interface Addresses {
  /** The path that the site lives at: `/`, or `/my-story/`. */
  readonly base: string;
  /** The address of a path of the site, from any of its pages: `about/` → `/my-story/about/`. */
  readonly to: (path: string) => string;
  readonly chapter: (chapter: Chapter) => string;
  /** Of the contents, where a chapter stands in them; without one, their head. */
  readonly contents: (slug?: string) => string;
  /** The same with scheme and host; undefined while nobody has said where the site will live. */
  readonly absolute: (address: string) => string | undefined;
}

export function addressesOf(url: string | undefined, base: string | undefined): Addresses {
  const home = url !== undefined && URL.canParse(url) && /^https?:/i.test(url) ? new URL(url) : undefined;
  const at = normalBase(base ?? home?.pathname ?? '/');
  const to = (path: string): string => at + encodePath(path);
  return {
    base: at,
    to,
    chapter: ({ slug }) => to(`chapters/${slug}/`),
    contents: (slug) => to('contents/') + (slug === undefined ? '' : `#${encodeURIComponent(placeOf(slug))}`),
    absolute: (address) => (home ? new URL(address, home.origin).href : undefined),
  };
}

/** The id of a chapter on a page of many: no slug has a colon, and no other id one either, whatever a chapter is called. */
export const placeOf = (slug: string): string => `chapter:${slug}`;

/** `story`, `/story` and `/story/` are the same place. */
function normalBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Every script may stand in an address; what means something in one may not. */
const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
