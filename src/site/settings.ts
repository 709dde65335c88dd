/** What a reader may set, each with its values, the first of which is what a page is without it. */

/** One of several: as `data-<name>` on the root element, except the first. */
export const choices = {
  theme: ['auto', 'light', 'sepia', 'dark', 'dim'],
  font: ['book', 'plain', 'yours'],
  measure: ['normal', 'narrow', 'wide'],
  leading: ['normal', 'tight', 'loose'],
  paragraphs: ['indented', 'spaced'],
} as const;

export type Choice = keyof typeof choices;

/** On or off; `hyphens` is on without a word. */
export const switches = ['justify', 'hyphens', 'notes', 'keys', 'progress'] as const;

export type Switch = (typeof switches)[number];

/** Of letters, in per cent. */
export const sizes = { least: 80, most: 200, step: 10, usual: 100 } as const;
