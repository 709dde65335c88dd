/** What an author announces is told on its day, the newest first, and is no chapter. */

import { expect, test } from 'vitest';
import { openPublication } from '../../src/editions/publication.ts';
import { openSite } from '../../src/site/site.ts';
import { manuscriptOf } from '../stock.ts';

const news = `title: A
news:
  - { date: 2026-01-05, text: It has begun. }
  - { text: "Written *by hand*, ![a lamp](lamp.png)" }
  - { date: 2026-02-03, title: "It's on hold", text: "" }
  - { date: 2026-03-09, text: It goes on. }
`;

const toldOn = (day: number, drafts = false) =>
  openSite({
    publication: openPublication(manuscriptOf({ 'story.yaml': news, '01.md': 'One.' }), { now: day, drafts }),
  });

test('the newest stands first, what has no day last, and tomorrow waits', () => {
  const site = toldOn(Date.UTC(2026, 1, 3));
  expect(site.news).toEqual([
    { day: 'February 3, 2026', date: '2026-02-03', title: 'It’s on hold', html: '' },
    { day: 'January 5, 2026', date: '2026-01-05', html: '<p>It has begun.</p>' },
    { html: '<p>Written <em>by hand</em>, a lamp</p>' },
  ]);
  expect(site.chapters).toHaveLength(1);
  expect(toldOn(Date.UTC(2026, 1, 2)).news.map(({ date }) => date)).toEqual(['2026-01-05', undefined]);
  expect(toldOn(Date.UTC(2026, 1, 2), true).news).toHaveLength(4);
});
