/** Files that are parsed, each by itself: what a reader remembers from one edit to the next. */

import type { Prose } from './prose.ts';
import type { Source } from './source.ts';
import type { MapNode, YamlReading } from './yaml.ts';

/** A chapter's file, parsed: all that can be known of it without the rest of the manuscript. */
export interface ParsedChapter {
  readonly source: Source;
  readonly frontmatter?: MapNode;
  /** The offset at which the prose begins. */
  readonly proseStart: number;
  readonly prose: Prose;
  readonly problems: YamlReading['problems'];
}

export interface ParsedYaml extends YamlReading {
  readonly source: Source;
}
