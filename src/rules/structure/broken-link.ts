/** A link to a chapter, a file or a place on a page that is not there. */

import { visit } from 'unist-util-visit';
import type { Fault, Rule } from '../../lint.ts';
import { plainText, slugOf } from '../../manuscript/headings.ts';
import type { Chapter, Manuscript } from '../../manuscript/model.ts';
import { pointersIn } from '../../manuscript/pointers.ts';
import { pointsAt } from '../../manuscript/targets.ts';
import { slipsOrHabit } from '../habits.ts';
import { baseName, isTemplate, nearestFile, pathFrom, shortened, toward } from './paths.ts';

export const brokenLink: Rule = {
  id: 'structure/broken-link',
  severity: 'error',
  *check(manuscript) {
    /** Links to nothing that is near, and to no place on a page: what a text brings along from where it stood before. */
    const lost: Fault[] = [];
    const placeless: Fault[] = [];
    for (const chapter of manuscript.chapters) {
      for (const { kind, address, span, addressSpan } of pointersIn(chapter)) {
        if (kind !== 'link' || isTemplate(address)) continue;
        const target = pointsAt(address, chapter, manuscript);
        if (target.kind === 'missing' && target.path !== '') {
          const near = meantBy(target.path, manuscript);
          const path = near && pathFrom(chapter, near) + (/#.*$/.exec(address)?.[0] ?? '');
          const fault: Fault = {
            message: `this link leads nowhere: there is no \`${shortened(address)}\` in the manuscript’s folder${path ? `; did you mean \`${path}\`?` : ''}`,
            span,
            problem: address,
            // The site around the story may have pages that Padd knows nothing of.
            ...(/^\/(?:[^.]*\/)?[^./]*$/.test(address) && !near ? { severity: 'warning' as const } : {}),
            ...toward(addressSpan, path),
          };
          if (near) yield fault;
          else lost.push(fault);
        }
        const page = target.kind === 'chapter' ? target.chapter : chapter;
        const fragment = target.kind === 'chapter' ? target.fragment : target.kind === 'fragment' ? address : '';
        if (!mayHold(page, fragment)) {
          const whose = page === chapter ? 'this chapter' : 'that chapter';
          placeless.push({
            message: `this link leads to no place: ${whose} has nothing that is called \`${fragment}\``,
            span,
            problem: `${page.slug}${fragment}`,
          });
        }
      }
    }
    yield* slipsOrHabit(
      lost,
      ({ problem }) =>
        `this link, to \`${shortened(problem ?? '')}\`, and others lead to what is not in the manuscript’s folder`,
    );
    yield* slipsOrHabit(placeless, ({ message }) => `${message}; so it is with others`);
  },
};

/** The chapter or file that a path may mean. Addresses of other tools, `/posts/regulus/`, end in what is a slug here. */
function meantBy(path: string, { chapters, files }: Manuscript): string | undefined {
  const last = slugOf(baseName(path.replace(/\/$/, '')).replace(/\.\w+$/, ''));
  return chapters.find(({ slug }) => slug === last)?.source.file ?? nearestFile(path, [...files]);
}

/**
 * Whether a page may hold a place of that name. Editions name paragraphs, headings and footnotes in their own ways; only
 * where nothing in the chapter can give rise to a name is it known to be missing.
 */
function mayHold({ tree, title, source }: Chapter, fragment: string): boolean {
  const name = decode(fragment.replace(/^#/, ''));
  if (name === '' || name === 'top' || /^p[a-z]{7}(?:-\d+)?$|fn|footnote|note/i.test(name)) return true;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (new RegExp(`\\b(?:id|name)\\s*=\\s*["']?${escaped}(?![\\w-])|\\{#${escaped}\\}`).test(source.text)) return true;
  const slugs = [slugOf(title.text)];
  visit(tree, 'heading', (heading) => {
    slugs.push(slugOf(plainText(heading)));
  });
  return slugs.includes(slugOf(name).replace(/-\d+$/, '')) || slugs.includes(slugOf(name));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
