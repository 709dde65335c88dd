/** Quotation marks, apostrophes, primes, dashes and spaces in English: typed, and as a book has them. */

import { describe, expect, it } from 'vitest';
import { plainMarks } from '../../src/manuscript/typography/index.ts';

/** Pairs of lines: as typed, as set. `⍽` is a no-break space. */
function examples(table: string): readonly (readonly [typed: string, set: string])[] {
  const lines = table.trim().split(/\n\s*/);
  return lines.flatMap((line, index) => (index % 2 === 0 ? [[line, lines[index + 1] ?? ''] as const] : []));
}

const check = (table: string): void => {
  it.each(examples(table))('%s', (typed, set) => {
    expect(plainMarks(typed, 'en').replaceAll('\u00A0', '⍽')).toBe(set);
  });
};

describe('quotation', () =>
  check(String.raw`
    "Yes," she said. "No."
    “Yes,” she said. “No.”
    'Yes,' she said. 'No.'
    ‘Yes,’ she said. ‘No.’
    "He told me 'no' twice," she said.
    “He told me ‘no’ twice,” she said.
    'He told me "no" twice,' she said.
    ‘He told me “no” twice,’ she said.
    "'No,'" she said. "'Go,' he told me."
    “‘No,’” she said. “‘Go,’ he told me.”
    "He said, 'She said, "Go."'"
    “He said, ‘She said, “Go.”’”
    ("Yes.") ['no'] {"so"}
    (“Yes.”) [‘no’] {“so”}
    "Who is 'he'?" "I said 'he'!"
    “Who is ‘he’?” “I said ‘he’!”
    "One.""Two."
    “One.”“Two.”
    The *Enterprise*'s crew; "Enterprise"'s; "Enterprise's"
    The *Enterprise*’s crew; “Enterprise”’s; “Enterprise’s”
    She called it "odd"; he, "even".
    She called it “odd”; he, “even”.
    "A paragraph of speech that goes on
    “A paragraph of speech that goes on
    'A paragraph of speech that goes on
    ‘A paragraph of speech that goes on
    He said: 'A paragraph that goes on
    He said: ‘A paragraph that goes on
    "'I went,' he said, 'and saw a letter that goes on
    “‘I went,’ he said, ‘and saw a letter that goes on
    "..." "...and then?" "?" "--"
    “…” “…and then?” “?” “—”
    He was "so-called"-ish; a "b"/"c"
    He was “so-called”-ish; a “b”/“c”
    ${'``'}Hello,'' she said. ''Hi.''
    “Hello,” she said. “Hi.”
    Already “curly” and ‘fine’ isn’t “it's"
    Already “curly” and ‘fine’ isn’t “it’s”
    “Typed curly,” she said, 'and straight.'
    “Typed curly,” she said, ‘and straight.’
    \"kept as typed\"
    \"kept as typed\"
    'He told me 'yes' twice,' she said. 'Now?'
    ‘He told me ‘yes’ twice,’ she said. ‘Now?’
    'He forgot to close. 'Now,' she said. 'Go.'
    ‘He forgot to close. ‘Now,’ she said. ‘Go.’
    "Never" - "ever" -- "Always"
    “Never”⍽– “ever”⍽— “Always”
  `));

describe('broken-off speech', () =>
  check(`
    "I was--" she said, "going."
    “I was—” she said, “going.”
    "I was--"
    “I was—”
    "I was—" she said. 'I was—' he said.
    “I was—” she said. ‘I was—’ he said.
    "I cannot--"--here he stopped--"go on."
    “I cannot—”—here he stopped—“go on.”
    'I cannot'--here he stopped--'go on.'
    ‘I cannot’—here he stopped—‘go on.’
    "To-" she began. "--and then?"
    “To-” she began. “—and then?”
    He said--"Go!"--and went.
    He said—“Go!”—and went.
    "Wait..." "Wait . . ." "Wait...!" 'wait...'
    “Wait…” “Wait …” “Wait…!” ‘wait…’
  `));

describe('apostrophes', () =>
  check(`
    don't, y'all'd've, o'clock, O'Brien, T'lar, K'vort, d'être, l'Étoile
    don’t, y’all’d’ve, o’clock, O’Brien, T’lar, K’vort, d’être, l’Étoile
    'Tis odd, 'twas late, 'til now, give 'em that, 'bout time
    ’Tis odd, ’twas late, ’til now, give ’em that, ’bout time
    "'Tis I." "'Twasn't." "'Cause I say so." ''Tis,' he said.
    “’Tis I.” “’Twasn’t.” “’Cause I say so.” ‘’Tis,’ he said.
    rock 'n' roll, Rock 'N' Roll, rock-'n'-roll, salt 'n pepper, Guns n' Roses
    rock ’n’ roll, Rock ’N’ Roll, rock-’n’-roll, salt ’n pepper, Guns n’ Roses
    the '60s, the 1960's, in '93, '90s music, "'93 was odd."
    the ’60s, the 1960’s, in ’93, ’90s music, “’93 was odd.”
    'In '93,' she said, 'or the '60s.'
    ‘In ’93,’ she said, ‘or the ’60s.’
    the boys' house, James' dog, the Joneses'. Qapla'!
    the boys’ house, James’ dog, the Joneses’. Qapla’!
    "The boys' house." "Qapla'!" "It is the boys'."
    “The boys’ house.” “Qapla’!” “It is the boys’.”
    'It's the boys' house,' he said. 'Ours.'
    ‘It’s the boys’ house,’ he said. ‘Ours.’
    'I saw the boys''
    ‘I saw the boys’’
    'I don't,' she said, 'like 'em. I'm goin' 'ome.'
    ‘I don’t,’ she said, ‘like ’em. I’m goin’ ’ome.’
    "'E said 'is 'at was gone, an' th' 'orse."
    “’E said ’is ’at was gone, an’ th’ ’orse.”
    "Give 'er to 'Arry," he said. "'Arry Potter!"
    “Give ’er to ’Arry,” he said. “’Arry Potter!”
    "Come 'round, 'cause I'm goin' home." the 'round table' club
    “Come ’round, ’cause I’m goin’ home.” the ‘round table’ club
    'T'lar,' said Spock. 'K'vort class.' the 'em' dash, the '90' sign
    ‘T’lar,’ said Spock. ‘K’vort class.’ the ‘em’ dash, the ‘90’ sign
    the 'good guys' won. 'D deck is gone,' he said. 'A-ha!'
    the ‘good guys’ won. ‘D deck is gone,’ he said. ‘A-ha!’
    "Don't say 'don't'." 'I said "don't",' she said.
    “Don’t say ‘don’t’.” ‘I said “don’t”,’ she said.
    Cap'n, fo'c'sle, ma'am, e'er, Hawai'i, Ra's al Ghul
    Cap’n, fo’c’sle, ma’am, e’er, Hawai’i, Ra’s al Ghul
    'Ere, 'ow are you? she asked.
    ’Ere, ’ow are you? she asked.
  `));

describe('primes', () =>
  check(`
    He is 5'10" tall. 5' 10" or 6'2"
    He is 5′10″ tall. 5′ 10″ or 6′2″
    6' by 4', a 10" disk, 45°30'15" north, 3.5" floppy
    6′ by 4′, a 10″ disk, 45°30′15″ north, 3.5″ floppy
    "He's 5'10"," she said. "A 10" disk," he said.
    “He’s 5′10″,” she said. “A 10″ disk,” he said.
    'He's 6' tall,' she said.
    ‘He’s 6′ tall,’ she said.
    "Deep Space 9" fans say "hi" to "Voyager 6".
    “Deep Space 9” fans say “hi” to “Voyager 6”.
    "It was 1984" and 'Area 51' and 10'000
    “It was 1984” and ‘Area 51’ and 10’000
  `));

describe('dashes and ellipses', () =>
  check(`
    Yes--no---maybe. Yes -- no - maybe.
    Yes—no—maybe. Yes⍽— no⍽– maybe.
    1914--18, pp. 3--5, but 1914-18, 555-1234, NCC-1701-D, 43997.6-44000.1
    1914–18, pp. 3–5, but 1914-18, 555-1234, NCC-1701-D, 43997.6-44000.1
    The Bishop of D---- and Mr. G------ --> <-- <!-- 5 - 3
    The Bishop of D---- and Mr.⍽G------ --> <-- <!-- 5 - 3
    - - - ---- -----
    - - - ---- -----
    Well... I.... So . . . yes . . . . No..... Hm.. a. ...b
    Well… I…. So … yes …. No..... Hm.. a. …b
    well-being, a - b, "a" - 'b', (a) - b
    well-being, a⍽– b, “a”⍽– ‘b’, (a)⍽– b
  `));

describe('no-break spaces', () =>
  check(`
    Mr. Spock, Mrs Hudson, Dr. Crusher, Capt. Janeway, St. Helena
    Mr.⍽Spock, Mrs⍽Hudson, Dr.⍽Crusher, Capt.⍽Janeway, St.⍽Helena
    J. R. R. Tolkien and J. K. Rowling, but plan B. He went.
    J.⍽R.⍽R.⍽Tolkien and J.⍽K.⍽Rowling, but plan B. He went.
    5 km, 20 °C, 10 %, 8 a.m., 3 days, 5 men, in 10 minutes
    5⍽km, 20⍽°C, 10⍽%, 8⍽a.m., 3 days, 5 men, in 10 minutes
    Ordinary words have ordinary spaces. Mr. and Mrs. too.
    Ordinary words have ordinary spaces. Mr. and Mrs. too.
  `));

describe('what is no mark', () =>
  check(`
    A lost letter, don\uFFFDt, stays. 🖖 "🖖" '🖖'
    A lost letter, don\uFFFDt, stays. 🖖 “🖖” ‘🖖’
    "a\u2060—" she said
    “a\u2060—” she said
    x="y" and C:/'a'
    x=“y” and C:/‘a’
  `));

it('begins anew behind a blank line', () => {
  expect(plainMarks(`"One\n\n"Two,' 'three.'`, 'en')).toBe('“One\n\n“Two,’ ‘three.’');
  expect(plainMarks('', 'en')).toBe('');
});
