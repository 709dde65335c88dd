/** What an author tells of the story outside it: that it is on hold, that there will be a sequel. Never numbered as chapters. */

import type { Publication } from '../editions/publication.ts';
import { plainMarks } from '../manuscript/typography/index.ts';
import { htmlOf } from './html.ts';
import type { Speech } from './speech.ts';
import { wordsOf } from './story.ts';

export interface Announcement {
  /** As it is printed, and as machines read it; absent where the author has named none. */
  readonly day?: string;
  readonly date?: string;
  readonly title?: string;
  readonly html: string;
}

const DAY = 86_400_000;

/** The newest first, those without a day at the end. What is dated later than the day of publication waits, as chapters do. */
export function newsOf({ manuscript, drafts, now }: Publication, speech: Speech): readonly Announcement[] {
  const { fields, language } = manuscript.story;
  return (fields.news ?? [])
    .map(({ date, ...told }) => ({ ...told, at: date ? date.value.earliest * DAY : Number.NEGATIVE_INFINITY }))
    .filter(({ at }) => drafts || at <= now)
    .sort((a, b) => (a.at === b.at ? 0 : b.at - a.at))
    .map(({ at, title, text }) => ({
      html: text?.value ? htmlOf(wordsOf(text.value, manuscript)) : '',
      ...(Number.isFinite(at) ? { day: speech.day(at), date: new Date(at).toISOString().slice(0, 10) } : {}),
      ...(title?.value ? { title: plainMarks(title.value, language) } : {}),
    }));
}
