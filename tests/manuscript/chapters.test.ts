import { describe, expect, test } from 'vitest';
import { comparePaths } from '../../src/manuscript/gather.ts';
import { manuscriptReader } from '../../src/manuscript/read.ts';
import { uniqueSlugs } from '../../src/manuscript/slugs.ts';
import { manuscriptOf } from '../stock.ts';

const chaptersOf = (files: Record<string, string>) => manuscriptOf(files).chapters;

test('reading order is natural', () => {
  const paths = [
    '10-z.md',
    '2-b.md',
    '1-a.md',
    'part-two/01-x.md',
    'part-ten/1.md',
    '02-a.md',
    'Chapter 9.md',
    'Chapter 10.md',
  ];
  expect([...paths].sort(comparePaths)).toEqual([
    '1-a.md',
    '02-a.md',
    '2-b.md',
    '10-z.md',
    'Chapter 9.md',
    'Chapter 10.md',
    'part-ten/1.md',
    'part-two/01-x.md',
  ]);
});

test('slugs are addresses, and all different', () => {
  const files = [
    '01-the-commodores-office.md',
    '02 Ünïted & Ärger?.md',
    '03-日本語.md',
    '04.md',
    'one/01-arrival.md',
    'two/01-arrival.md',
    'arrival.md',
    "5-T'lar 100% #1.md",
  ];
  expect(uniqueSlugs(files)).toEqual([
    'the-commodores-office',
    'united-arger',
    '日本語',
    'chapter-4',
    'one-arrival',
    'two-arrival',
    'arrival',
    'tlar-100-1',
  ]);
});

describe('titles', () => {
  test.each([
    ['the frontmatter’s', '---\ntitle: A\n---\nProse.', ['A', 'frontmatter', 1, undefined]],
    [
      'a heading that says the same goes',
      '---\ntitle: The Line\n---\n# The *line*\n\nProse.',
      ['The Line', 'frontmatter', 1, undefined],
    ],
    [
      'a heading that differs stays',
      '---\ntitle: The Line\n---\n# Regulus\n\nProse.',
      ['The Line', 'frontmatter', 2, 'Regulus'],
    ],
    ['a heading', '# The Line\n\nProse.', ['The Line', 'heading', 1, undefined]],
    ['a setext heading', 'The Line\n===\n\nProse.', ['The Line', 'heading', 1, undefined]],
    ['behind a comment', '<!-- x -->\n\n# The Line\n\nProse.', ['The Line', 'heading', 2, undefined]],
    ['the file’s', 'Prose.\n\n# Later', ['The long way', 'file', 2, undefined]],
  ])('%s', (_, text, expected) => {
    const [chapter] = chaptersOf({ '01-the-long-way.md': text });
    expect([
      chapter?.title.text,
      chapter?.title.from,
      chapter?.tree.children.length,
      chapter?.otherHeading?.value,
    ]).toEqual(expected);
  });
});

test('numbers run over the whole story, drafts included, prologues and interludes not', () => {
  const chapters = chaptersOf({
    '00-prologue.md': 'A.',
    '01-one.md': 'A.',
    '02-interlude.md': '---\nnumber: false\n---\nA.',
    '03-two.md': '---\nstatus: draft\n---\nA.',
    'z/01-three.md': 'A.',
  });
  expect(chapters.map(({ number }) => number)).toEqual([undefined, 1, undefined, 2, 3]);
  expect(chapters.map(({ status }) => status)).toEqual(['ready', 'ready', 'ready', 'draft', 'ready']);
});

test('parts are folders, or begin where a chapter says so', () => {
  const part = '---\npart: "Part One: The Line"\n---\nA.';
  const chapters = chaptersOf({
    '1.md': 'A.',
    '2.md': part,
    '3.md': 'A.',
    'part-two/1.md': 'A.',
    'part-two/2.md': 'A.',
    'q/1.md': '---\npart: Part Q\n---\nA.',
  });
  expect(chapters.map((chapter) => chapter.part?.title)).toEqual([
    undefined,
    'Part One: The Line',
    'Part One: The Line',
    'Part two',
    'Part two',
    'Part Q',
  ]);
});

test('what stands between two parts is in none of them, and they are counted on', () => {
  const chapters = chaptersOf({ 'a/1.md': 'A.', 'b.md': 'A.', 'c/1.md': 'A.', 'd.md': 'A.', 'e/1.md': 'A.' });
  expect(chapters.map((chapter) => chapter.part?.number)).toEqual([1, undefined, 2, undefined, 3]);
});

describe('what blogs write passes', () => {
  const blog = (head: string) => manuscriptOf({ 'a.md': `---\n${head}\n---\nA.` });

  test.each([
    [
      'Jekyll',
      'layout: post\ndate: 2019-03-04 10:00:00 +0100\npermalink: /a/\ncategories: [x]\ntags: y',
      '2019-03-04 10:00:00 +0100',
    ],
    ['Hugo', 'date: 2019-03-04\nslug: a\nweight: 3\ndraft: false', '2019-03-04'],
    ['Astro', 'description: What happens.\ndate: 2019-03-04T10:00:00Z\nimage: x.png', '2019-03-04T10:00:00Z'],
  ])('%s', (_, head, published) => {
    const { chapters, problems } = blog(head);
    expect(problems).toEqual([]);
    expect(chapters[0]?.published?.value.text).toBe(published);
    expect(chapters[0]?.scenes[0]?.time).toBeUndefined();
  });

  test('a date alone is story time', () => {
    const { chapters, calendar } = blog('date: 1815-06-18');
    expect([calendar.name, chapters[0]?.scenes[0]?.time?.value.text]).toEqual(['date', '1815-06-18']);
  });

  test('draft: true is a draft', () => {
    expect(blog('draft: true').chapters[0]?.status).toBe('draft');
    expect(blog('published: false').chapters[0]?.status).toBe('draft');
  });
});

test('keys have no case, x- keys pass, an unknown key is reported once with a count', () => {
  const head = '---\nPOV: a\nx-mood: dark\nstardte: 1\n---\nA.';
  const { chapters, problems } = manuscriptOf({ '1.md': head, '2.md': head, '3.md': head });
  expect(chapters[0]?.fields.pov?.value).toBe('a');
  expect(problems.map(({ rule, count, fix }) => [rule, count, fix?.edits[0]?.text])).toEqual([
    ['format/unknown-key', 3, 'stardate'],
  ]);
});

test('a blog’s own keys are the blog’s', () => {
  const { problems } = manuscriptOf({ '1.md': '---\nlayout: post\nbook_url: /x/\nstardte: 1\n---\nA.' });
  expect(problems.map(({ fix }) => fix?.edits[0]?.text)).toEqual(['stardate']);
});

test('after an edit of one chapter only that one is parsed again', () => {
  const files = (second: string) => ({
    folder: '/a',
    chapters: [
      { file: '1.md', text: 'One.' },
      { file: '2.md', text: second },
    ],
    bible: [],
    files: new Set<string>(),
    passedOver: [],
    problems: [],
  });
  const reader = manuscriptReader();
  const before = reader.compose(files('Two.'));
  const after = reader.compose(files('Changed.'));
  expect(after.chapters[0]?.tree).toBe(before.chapters[0]?.tree);
  expect(after.chapters[1]?.tree).not.toBe(before.chapters[1]?.tree);
  expect(after.chapters[0]?.scenes[0]?.chapter).toBe(after.chapters[0]);
});

test('a story without a title is called after its folder, or the one around it where that is called as in any story', () => {
  const titleIn = (folder: string): string =>
    manuscriptReader().compose({
      folder,
      chapters: ['1.md', '2.md'].map((file) => ({ file, text: 'A.' })),
      bible: [],
      files: new Set(['1.md', '2.md']),
      passedOver: [],
      problems: [],
    }).story.title;
  expect(titleIn('/home/ines/still-here')).toBe('Still here');
  expect(titleIn('/home/ines/still-here/chapters')).toBe('Still here');
  expect(titleIn('/chapters')).toBe('Chapters');
});
