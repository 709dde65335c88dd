import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, looksLikeTrace, padd } from './run.ts';

const reversed = {
  '01-one.md': '---\ntitle: One\nstardate: 43625.2\n---\nA.\n',
  '02-two.md': '---\ntitle: Two\nstardate: 43620.0\n---\nB.\n',
};

describe('usage', () => {
  test('help tells the commands, and each command its options', () => {
    expect(padd(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('padd build [folder]') });
    expect(padd([])).toMatchObject({ code: 0, stdout: expect.stringContaining('Examples') });
    expect(padd(['lint', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--baseline') });
    expect(padd(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    [['bild'], /no command “bild”; did you mean “build”/],
    [['lint', 'nowhere'], /there is no folder nowhere/],
    [['lint', '--fromat', 'json'], /did you mean --format/],
    [['lint', '--format', 'yaml'], /it is one of pretty, text, json, sarif, github/],
    [['lint', '--format'], /needs one of/],
    [['lint', '--dry-run'], /goes with --fix/],
    [['lint', 'a', 'b'], /one word too many/],
    [['lint', '--max-warnings', 'many'], /takes a whole number/],
    [['build', '--date', 'soon'], /a date is written/],
    [['build', '--base', '?x'], /is no path/],
    [['rules', 'time/stardate-revrsed'], /did you mean time\/stardate-reversed/],
    [['new'], /name the folder/],
  ])('%j is refused with a remedy', (args, message) => {
    const cwd = folderWith({ 'chapters/01.md': 'A.' });
    const { code, stdout, stderr } = padd(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(looksLikeTrace);
  });

  test('a folder without chapters says what it passed over', () => {
    const { code, stderr } = padd(['lint', folderWith({ 'story.docx': 'x' })]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/story\.docx: chapters are Markdown files/);
  });
});

describe('lint', () => {
  test('names both chapters, and fails', () => {
    const { code, stdout } = padd(['lint', '.'], { cwd: folderWith(reversed) });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^02-two\.md:3:11: error chapter 2, “Two” plays at stardate 43620\.0, before 43625\.2, where chapter 1, “One” left the story; .* \[time\/stardate-reversed\]\n$/,
    );
  });

  test('as JSON keeps its contract', () => {
    const { code, stdout, stderr } = padd(['lint', folderWith(reversed), '--format', 'json']);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      findings: [
        {
          rule: 'time/stardate-reversed',
          severity: 'error',
          file: '02-two.md',
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 18,
          count: 1,
          related: [{ file: '01-one.md', line: 3, column: 11 }],
        },
      ],
      summary: { errors: 1, warnings: 0, infos: 0 },
    });
  });

  test('as SARIF and as annotations', () => {
    const folder = folderWith(reversed);
    const sarif = JSON.parse(padd(['lint', folder, '--format', 'sarif']).stdout);
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: 'time/stardate-reversed',
      level: 'error',
      relatedLocations: [{}],
    });
    const { stdout } = padd(['lint', '.', '--format', 'github'], { cwd: folder });
    expect(stdout).toMatch(
      /^::error file=02-two\.md,line=3,endLine=3,col=11,endColumn=18,title=time\/stardate-reversed::chapter 2/,
    );
  });

  test('in colour only where it is wanted', () => {
    const folder = folderWith(reversed);
    const colour = '\u001b[';
    expect(padd(['lint', folder, '--format', 'pretty']).stdout).not.toContain(colour);
    expect(padd(['lint', folder, '--format', 'pretty'], { env: { FORCE_COLOR: '1' } }).stdout).toContain(colour);
    expect(
      padd(['lint', folder, '--format', 'pretty'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout,
    ).not.toContain(colour);
  });

  test('a manuscript cannot send commands to the terminal', () => {
    const { stdout } = padd([
      'lint',
      folderWith({ '1.md': '---\nstardate: "\u001b[31m"\n---\nA.' }),
      '--format',
      'pretty',
    ]);
    expect(stdout).not.toContain('\u001b');
  });

  test('too many warnings fail', () => {
    const folder = folderWith({ '1.md': '---\nstardte: x\n---\nA.' });
    expect(padd(['lint', folder]).code).toBe(0);
    expect(padd(['lint', folder, '--max-warnings', '0']).code).toBe(1);
  });
});

describe('--fix', () => {
  const text = '\uFEFFOne.\r\n\r\n<!-- allow time/stardate-reversed: no longer -->\r\nTwo.\r\n';

  test('mends what is safe, and nothing else', () => {
    const folder = folderWith({ '1.md': text });
    const { stdout } = padd(['lint', folder, '--fix', '--dry-run']);
    expect(stdout).toMatch(/^-<!-- allow time\/stardate-reversed/m);
    expect(readFileSync(join(folder, '1.md'), 'utf8')).toBe(text);
    padd(['lint', folder, '--fix']);
    const mended = readFileSync(join(folder, '1.md'), 'utf8');
    expect(mended).not.toContain('allow');
    expect(mended.startsWith('\uFEFFOne.\r\n\r\n')).toBe(true);
    expect(mended).toContain('Two.\r\n');
    expect(padd(['lint', folder]).stdout).toBe('');
    expect(readdirSync(folder)).toEqual(['1.md']);
  });
});

describe('--baseline', () => {
  test('silences what is known, reports what is new, and forgets what is gone', () => {
    const folder = folderWith(reversed);
    expect(padd(['lint', folder, '--baseline', 'write']).code).toBe(0);
    expect(padd(['lint', folder])).toMatchObject({ code: 0, stdout: '' });
    writeFileSync(join(folder, '03-three.md'), '---\nstardate: 43610.0\n---\nC.\n');
    expect(padd(['lint', folder]).stdout.split('\n')).toHaveLength(2);
    writeFileSync(join(folder, '02-two.md'), 'B.\n');
    expect(padd(['lint', folder, '--baseline', 'prune']).stderr).toMatch(/1 case gone, 0 still there/);
    expect(JSON.parse(readFileSync(join(folder, 'lint-baseline.json'), 'utf8'))).toEqual({ version: 2, findings: [] });
  });

  test.each([
    ['none', '{'],
    ['of an older version', '{ "version": 1, "findings": [] }'],
  ])('that is %s is refused', (_, baseline) => {
    const { code, stderr } = padd(['lint', folderWith({ ...reversed, 'lint-baseline.json': baseline })]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/not a baseline/);
  });
});

describe('build', () => {
  test('errors stop it, and a good dist survives', () => {
    const cwd = folderWith({
      'chapters/1.md': reversed['01-one.md'],
      'chapters/2.md': reversed['02-two.md'],
      'dist/.padd': '',
      'dist/index.html': 'old',
    });
    const { code, stdout, stderr } = padd(['build'], { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/chapters\/2\.md:3:11: error chapter 2/);
    expect(readFileSync(join(cwd, 'dist/index.html'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['chapters', 'dist']);
  });

  test.each([
    [
      'that Padd did not make',
      'dist',
      { 'dist/thesis.txt': 'x' },
      /holds files that Padd did not make \(thesis\.txt\)/,
    ],
    ['within the manuscript', 'chapters/out', {}, /lies within the manuscript/],
    ['around the manuscript', '.', {}, /holds the manuscript itself/],
    ['that is a file', 'file', { file: 'x' }, /is a file/],
  ])('a folder %s is left alone', (_, out, files, message) => {
    const cwd = folderWith({ 'chapters/1.md': 'A.', ...files });
    const { code, stderr } = padd(['build', '--out', out], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(looksLikeTrace);
  });

  test('drafts and the future wait, and are told', () => {
    const cwd = folderWith({
      'chapters/1.md': '---\nstatus: draft\n---\nA.',
      'chapters/2.md': '---\npublished: 2999-01-01\n---\nB.',
    });
    const { code, stderr } = padd(['build'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/--drafts publishes them too/);
  });

  test('a story from `padd new` builds at once, lints clean, and is the same twice', () => {
    const cwd = folderWith();
    expect(padd(['new', 'my "story" #1'], { cwd }).code).toBe(0);
    expect(padd(['new', 'my "story" #1'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('exists already'),
    });
    expect(padd(['lint', 'my "story" #1', '--max-warnings', '0'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    const built = padd(['build', 'my "story" #1'], { cwd });
    expect(built).toMatchObject({ code: 0, stderr: expect.not.stringMatching(looksLikeTrace) });
    expect(built.stdout).toMatch(/1 chapter, [\d,]+ words/);
    expect(existsSync(join(cwd, 'dist/chapters/the-lamp/index.html'))).toBe(true);
    const epub = readdirSync(join(cwd, 'dist')).find((file) => file.endsWith('.epub')) as string;
    const first = readFileSync(join(cwd, 'dist', epub));
    expect(padd(['epub', 'my "story" #1', '--out', 'again'], { cwd, env: { TZ: 'Asia/Tokyo' } }).code).toBe(0);
    expect(readFileSync(join(cwd, 'again', epub)).equals(first)).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['again', 'dist', 'my "story" #1']);
  });

  test('the EPUB alone asks only what could stop it, unless warnings may', () => {
    const cwd = folderWith({ 'chapters/1.md': 'The lamp the lamp the lamp went out out.\n\nIt it  was dark.' });
    expect(padd(['epub'], { cwd })).toMatchObject({ code: 0, stdout: expect.stringContaining('lint  no errors') });
    expect(padd(['epub', '--max-warnings', '0'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[typography/doubled-word]'),
    });
    const broken = folderWith({ 'chapters/1.md': '::scenes{pov=spock}\n\nIt was dark.' });
    expect(padd(['epub'], { cwd: broken })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[format/bad-directive]'),
    });
  });

  test('what comes from elsewhere is published as it is', () => {
    const cwd = folderWith({
      'b/a b.md': 'Spaces.',
      'b/a#b.md': 'Hash.',
      'b/100%.md': 'Per cent.',
      'b/it\'s "quoted".md': 'Quotes.',
      'b/ae\u0301.md': 'Decomposed.',
      'b/日本語.md': '彼女は笑った。',
      'b/nul.md': 'A\u0000B \uD800 C.',
      'b/latin.md': Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x2e]),
      'b/deep.md': '> '.repeat(10_000),
      'b/brackets.md': '['.repeat(10_000),
      'b/front.md': `---\ntitle: ${'['.repeat(10_000)}\n---\nFront.`,
      'b/open.md': '<div><b>"Unclosed *everything [a](<script>alert(1)</script> <!-- `',
      'b/jekyll.md':
        '---\nlayout: post\ntitle: Jekyll: a post\ndate: 2019-03-04 10:00:00 +0100\n---\n![gone](nowhere.png) [Link](javascript:alert(1))',
      'b/empty.md': '',
      'b/story.yaml': 'title: "\u0007Bell & <b>"\nauthor: [{name: "A & B"}]\n',
    });
    mkdirSync(join(cwd, 'b/folder.md'));
    symlinkSync(join(cwd, 'b'), join(cwd, 'b/loop'));
    const linted = padd(['lint', 'b'], { cwd });
    expect(linted).toMatchObject({ code: 1, stderr: '' });
    expect(linted.stdout).toMatch(/b\/folder\.md:1:1: error/);
    const { code, stderr, stdout } = padd(['build', 'b', '--no-lint'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringMatching(looksLikeTrace) });
    expect(stdout).toMatch(/14 chapters/);
    const pages = readdirSync(join(cwd, 'dist/chapters')).map((slug) =>
      readFileSync(join(cwd, 'dist/chapters', slug, 'index.html'), 'utf8'),
    );
    expect(pages).toHaveLength(14);
    for (const page of pages) expect(page).not.toMatch(/javascript:|alert\(1\)<\/script>|onerror/);
    expect(pages.join('')).toContain('彼女は笑った。');
  });
});
