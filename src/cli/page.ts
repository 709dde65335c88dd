/** The report of `padd lint --format html`, with what it is made of. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chronicleOf } from '../analysis/chronicle.ts';
import { figuresOf } from '../analysis/figures.ts';
import type { Finding } from '../lint.ts';
import type { Manuscript } from '../manuscript/model.ts';
import { htmlReport } from '../reports/html/page.ts';
import { pageOf, summaryOf } from './rules.ts';

export const reportPage = (manuscript: Manuscript, findings: readonly Finding[]): string =>
  htmlReport({
    manuscript,
    findings,
    figures: figuresOf(manuscript),
    occasions: chronicleOf(manuscript),
    explain: (rule) => summaryOf(pageOf(rule)),
    styles: readFileSync(join(import.meta.dirname, '../../styles/report.css'), 'utf8'),
  });
