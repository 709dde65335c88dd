/** Every command: what it is called with, what it does, and where it lives. Loaded when it is asked for. */

import {
  bibleOptions,
  buildOptions,
  devOptions,
  lintOptions,
  type Options,
  publishOptions,
  schemaOptions,
  statsOptions,
  timelineOptions,
} from './options.ts';

export interface Command {
  readonly usage: string;
  readonly says: string;
  readonly options: Options;
  readonly examples: readonly string[];
  /** Gives the command, which gives the exit code. */
  readonly load: () => Promise<(args: readonly string[]) => Promise<number>>;
}

export const commands: ReadonlyMap<string, Command> = new Map([
  [
    'build',
    {
      usage: 'build [folder]',
      says: 'lint the manuscript and publish it: the site, and the EPUB in it',
      options: buildOptions,
      examples: ['padd build', 'padd build my-story --out public --drafts', 'padd build --date 2026-12-24'],
      load: async () => (await import('./build.ts')).buildCommand,
    },
  ],
  [
    'dev',
    {
      usage: 'dev [folder]',
      says: 'serve the site while you write; every edit shows at once, drafts and findings too',
      options: devOptions,
      examples: ['padd dev', 'padd dev my-story --port 8080'],
      load: async () => (await import('./dev.ts')).devCommand,
    },
  ],
  [
    'lint',
    {
      usage: 'lint [folder]',
      says: 'what in the manuscript contradicts itself',
      options: lintOptions,
      examples: [
        'padd lint',
        'padd lint my-story --format json',
        'padd lint --format html > report.html',
        'padd lint --fix --dry-run',
        'padd lint --baseline write',
      ],
      load: async () => (await import('./lint.ts')).lintCommand,
    },
  ],
  [
    'epub',
    {
      usage: 'epub [folder]',
      says: 'make the EPUB alone',
      options: publishOptions,
      examples: ['padd epub', 'padd epub my-story --out books'],
      load: async () => (await import('./epub.ts')).epubCommand,
    },
  ],
  [
    'stats',
    {
      usage: 'stats [folder]',
      says: 'words, points of view and characters, by chapter',
      options: statsOptions,
      examples: ['padd stats', 'padd stats my-story --format csv --of characters'],
      load: async () => (await import('./stats.ts')).statsCommand,
    },
  ],
  [
    'timeline',
    {
      usage: 'timeline [folder]',
      says: 'what happens when: scenes, events, deaths and losses',
      options: timelineOptions,
      examples: ['padd timeline', 'padd timeline my-story --order told', 'padd timeline --format json'],
      load: async () => (await import('./stats.ts')).timelineCommand,
    },
  ],
  [
    'new',
    {
      usage: 'new <folder>',
      says: 'begin a story: a commented story.yaml, a small bible and a first chapter',
      options: {},
      examples: ['padd new my-story'],
      load: async () => (await import('./new.ts')).newCommand,
    },
  ],
  [
    'bible',
    {
      usage: 'bible suggest [folder]',
      says: 'a bible as the text bears it, or what yours lacks, as YAML to paste',
      options: bibleOptions,
      examples: ['padd bible suggest', 'padd bible suggest my-story --least 2'],
      load: async () => (await import('./bible.ts')).bibleCommand,
    },
  ],
  [
    'rules',
    {
      usage: 'rules [id]',
      says: 'every rule of the linter, or one rule’s page',
      options: {},
      examples: ['padd rules', 'padd rules time/stardate-reversed'],
      load: async () => (await import('./rules.ts')).rulesCommand,
    },
  ],
  [
    'schema',
    {
      usage: 'schema <what>',
      says: 'the JSON Schema of chapter, story or bible, for editors that check YAML',
      options: schemaOptions,
      examples: ['padd schema story > story.schema.json'],
      load: async () => (await import('./schema.ts')).schemaCommand,
    },
  ],
]);
