/** A manuscript while it is written: read again after every edit, with what the rules find, and never lost to a mistake. */

import { openPublication } from '../editions/publication.ts';
import type { Finding } from '../lint.ts';
import type { Manuscript } from '../manuscript/model.ts';
import { manuscriptReader, type Reader } from '../manuscript/read.ts';
import { speakingCast } from '../reports/speaking.ts';
import { openSite, type Site } from './site.ts';

export interface PreviewOptions {
  readonly folder: string;
  /** What stands on the pages as findings; default: nothing. */
  readonly check?: ((manuscript: Manuscript) => readonly Finding[]) | undefined;
  /** Is told of every reading, the first included, once the findings are there. */
  readonly onManuscript?: ((manuscript: Manuscript, findings: readonly Finding[]) => void) | undefined;
  /** Is told what kept a reading from being shown; the pages stay as they were. */
  readonly onError?: ((error: Error) => void) | undefined;
  /** One that knows the manuscript already, so that nothing is parsed twice. */
  readonly reader?: Reader | undefined;
  /** Whether drafts, betas and future chapters are shown; default: true. */
  readonly drafts?: boolean | undefined;
  readonly base?: string | undefined;
}

export interface Preview {
  readonly folder: string;
  readonly site: Site;
  /**
   * Reads again. Calls `shown` with the new site as soon as there is one, and once more if the rules take so long that the
   * words should not wait for them.
   */
  readonly refresh: (shown: (site: Site) => void) => void;
}

/** Rules that took longer than this after the last edit are asked once the page is shown. In milliseconds. */
const PATIENCE = 150;
/** How much less of the rules' work an edit asks for than the first reading, at the least: see `npm run bench:watch`. */
const ONCE = 10;
/** Time for a browser to ask for the page, and to get it: while rules are asked nothing is served. In milliseconds. */
const READING = 750;

/** Throws where the folder cannot be read at all. */
export function openPreview(options: PreviewOptions): Preview {
  const { folder, check = () => [], onManuscript, onError, drafts = true, base } = options;
  const reader = options.reader ?? manuscriptReader();
  let findings: readonly Finding[] = [];
  let took = 0;
  let waiting: NodeJS.Timeout | undefined;
  const siteOf = (manuscript: Manuscript): Site =>
    openSite({ publication: openPublication(manuscript, { drafts, speaking: speakingCast }), base, findings });
  const ask = (manuscript: Manuscript): void => {
    const begun = performance.now();
    try {
      findings = check(manuscript);
    } catch (error) {
      onError?.(error as Error);
    }
    took = performance.now() - begun;
    onManuscript?.(manuscript, findings);
  };
  const first = reader.read(folder);
  ask(first);
  took /= ONCE;
  return {
    folder,
    site: siteOf(first),
    refresh(shown) {
      try {
        const manuscript = reader.read(folder);
        // The words of another edit are newer than what was to be shown with findings.
        clearTimeout(waiting);
        const withFindings = (): void => {
          ask(manuscript);
          shown(siteOf(manuscript));
        };
        if (took <= PATIENCE) return withFindings();
        shown(siteOf(manuscript));
        waiting = setTimeout(withFindings, READING);
      } catch (error) {
        onError?.(error as Error);
      }
    },
  };
}
