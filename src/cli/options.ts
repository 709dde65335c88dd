/** The options of every command. */

/** An option: with a value that `takes` names, or without. */
export interface Option {
  readonly takes?: string;
  readonly short?: string;
  readonly says: string;
}

export type Options = Readonly<Record<string, Option>>;

export const formats = ['pretty', 'text', 'json', 'sarif', 'github', 'html'] as const;

export const lintOptions: Options = {
  format: {
    takes: `one of ${formats.join(', ')}`,
    says: 'how findings are printed; default: pretty on a terminal, else text',
  },
  fix: { says: 'apply the safe fixes and report what is left' },
  'dry-run': { says: 'with --fix: show the changes and make none' },
  watch: { short: 'w', says: 'lint again after every edit' },
  baseline: {
    takes: '“write” or “prune”',
    says: 'record today’s findings, so that only new ones are reported; or drop those that are gone',
  },
  'max-warnings': { takes: 'a number', says: 'fail with more warnings than this' },
};

export const tableFormats = ['table', 'json', 'csv'] as const;
export const statsTables = ['chapters', 'characters'] as const;
export const orders = ['story', 'told'] as const;

const tableFormat: Option = {
  takes: `one of ${tableFormats.join(', ')}`,
  says: 'a table for people, or data for programs; default: table',
};

export const statsOptions: Options = {
  format: tableFormat,
  of: { takes: `one of ${statsTables.join(', ')}`, says: 'with --format csv: which table; default: chapters' },
};

export const timelineOptions: Options = {
  format: tableFormat,
  order: {
    takes: `one of ${orders.join(', ')}`,
    says: 'as it happens, or scene by scene as the book tells it; default: story',
  },
};

export const publishOptions: Options = {
  out: { takes: 'a folder', short: 'o', says: 'where to write; default: dist' },
  date: { takes: 'a date', says: 'publish as on that day; default: SOURCE_DATE_EPOCH, else today' },
  drafts: { says: 'publish drafts and chapters of the future too' },
  'no-lint': { says: 'publish without asking the rules' },
  'max-warnings': { takes: 'a number', says: 'fail with more warnings than this' },
};

export const buildOptions: Options = {
  ...publishOptions,
  'no-cache': { says: 'make everything anew, and leave nothing for the next build' },
  base: {
    takes: 'a path',
    says: 'where on its host the site will live, as in /story/; default: the path of the story’s url',
  },
};

export const devOptions: Options = {
  port: { takes: 'a number', short: 'p', says: 'the port; default: 4321, or the next that is free' },
  host: { takes: 'an address', says: 'listen there too, as in 0.0.0.0 for a phone in the same network' },
};

export const schemaOptions: Options = {
  table: { says: 'print a Markdown table of the fields instead' },
};

export const bibleOptions: Options = {
  least: { takes: 'a number', short: 'n', says: 'leave out what is named less often; default: 5' },
};
