/** The rules, asked with what an earlier run has found in the files that are the same. */

import { giveNotes, type Notes, notesOn } from '../analysis/remembered.ts';
import { digestOfFile, type Memory } from '../editions/memory.ts';
import { paddVersion } from '../editions/version.ts';
import { lint } from '../lint.ts';

/** As `lint`, with what is found in each file put down in a memory. */
export const lintWith =
  (memory: Memory): typeof lint =>
  (manuscript, rules) => {
    const entries = manuscript.chapters.map((chapter) => {
      const entry = memory.entry<Notes>([paddVersion(), 'notes', digestOfFile(chapter.source)]);
      if (entry.known) giveNotes(chapter, entry.known);
      return { chapter, entry };
    });
    const findings = lint(manuscript, rules);
    for (const { chapter, entry } of entries) {
      const notes = notesOn(chapter);
      if (notes) entry.put(notes);
    }
    return findings;
  };
