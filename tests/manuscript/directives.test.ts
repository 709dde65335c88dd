import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProse } from '../../src/manuscript/prose.ts';
import { positionOf } from '../../src/manuscript/source.ts';

const read = (text: string) => {
  const { tree, directives, problems } = parseProse({ file: 'a.md', text }, 0);
  return {
    types: tree.children.map(({ type }) => type),
    names: [...directives.values()].map(({ name }) => name),
    problems: problems.map(({ message, span }) => `${positionOf(span).line}: ${message}`),
    printed: JSON.stringify(tree),
  };
};

describe('directives on lines of their own', () => {
  test.each([
    ['a scene', '::scene{pov=spock stardate=43997.9}', ['scene']],
    ['in any case', '::Scene{POV=spock}', ['scene']],
    ['without attributes', '::break', ['break']],
    ['values with spaces', '::scene{setting="the brig" cast="spock, gul-macet"}', ['scene']],
    ['a log', ':::log{of=janeway}\nWords.\n:::', ['log']],
    ['a label', ':::note[violence]\nWords.\n:::', ['note']],
    ['one within another', '::::log\nA.\n\n:::verse\nB.\n:::\n\nC.\n::::', ['log', 'verse']],
  ])('%s', (_, text, names) => {
    expect(read(text)).toMatchObject({ names, problems: [] });
  });

  test('attributes know their places', () => {
    const text = 'One.\n\n::scene{stardate=43997.90 setting="the brig"}';
    const { directives } = parseProse({ file: 'a.md', text }, 0);
    const [line] = directives.values();
    expect(
      line?.attributes.entries.map(({ key, value }) => [key, text.slice(value.span.start, value.span.end)]),
    ).toEqual([
      ['stardate', '43997.90'],
      ['setting', 'the brig'],
    ]);
  });
});

describe('prose wins over syntax', () => {
  test.each([
    'At 10:30am.',
    'Note:this',
    'he said:no',
    ':shrug: she wrote',
    '::smiles:: she wrote',
    ':ship [x]',
    'a::b',
    ':lang',
    '::: was written there',
  ])('%s', (text) => {
    const { problems, printed, names } = read(text);
    expect(problems).toEqual([]);
    expect(names).toEqual([]);
    expect(printed).toContain(JSON.stringify(text).slice(1, -1));
  });

  test.each(['```\n::scen{x}\n```', '    ::scen{x}', '<!--\n::scen{x}\n-->'])(
    'not in code and comments: %j',
    (text) => {
      expect(read(text).problems).toEqual([]);
    },
  );
});

describe('faults are told and never printed', () => {
  test.each([
    ['an unknown name', '::scen{pov=spock}', /did you mean `scene`/],
    ['an unclosed brace', '::scene{pov=spock', /does not parse/],
    ['words behind it', '::scene{pov=spock} and then', /does not parse/],
    ['a block on one line', '::log{of=spock}', /`log` is a block/],
    ['a line as a block', ':::scene{pov=spock}\nA.\n:::', /stands on one line/],
    ['an unclosed block', ':::log\nWords.', /never closed/],
    ['a stray end', 'Words.\n\n:::\n', /closes nothing/],
    ['as many colons inside as outside', ':::log\n:::verse\nA.\n:::\n:::', /needs more colons/],
    ['an attribute that is none', '::scene{pov=spock .class}', /no attribute/],
    ['an unclosed comment', 'Words.\n\n<!-- and so on', /never closed/],
  ])('%s', (_, text, message) => {
    const { problems, printed } = read(text);
    expect(problems.join('\n')).toMatch(message);
    expect(printed).not.toMatch(/::|pov=/);
  });
});

test('what looks like a directive is one, or is told and not printed', () => {
  const bits = fc.constantFrom(
    'pov',
    '=',
    'x',
    '"a b"',
    "'c'",
    ' ',
    ',',
    'a=b',
    '<',
    '`',
    '"',
    "'",
    '[',
    ']',
    '#id',
    '.c',
    '&',
    '\\',
    '*',
    '!',
    '/',
    ':',
    '\t',
  );
  const inner = fc.array(bits, { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      inner,
      fc.constantFrom('::scene{$}', ':::log{$}\nwords\n:::', ':::note[$]\nwords\n:::'),
      (written, form) => {
        const text = form.replace('$', () => written);
        const { tree, directives, problems } = parseProse({ file: 'a.md', text }, 0);
        const first = tree.children[0]?.type ?? 'nothing';
        if (directives.size > 0) expect(first).toMatch(/Directive$/);
        else expect(problems.length).toBeGreaterThan(0);
        // A label's words are the author's; the marks around them are not.
        if (!form.includes('[')) expect(JSON.stringify(tree)).not.toMatch(/:::|::scene/);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 1000) },
  );
});
