/** Lengths of time as authors write them: `20 minutes`, `a week`, `half a day`, `2 days and 4 hours`, `PT3H`. */

const DAYS: Readonly<Record<string, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30.44,
  year: 365.25,
  decade: 3652.5,
  century: 36_525,
};

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const part =
  /^(?:(half)\s+)?(?:an?\s+)?(?:(\d+(?:\.\d+)?)\s*|([a-z]+(?:-[a-z]+)?)\s+)?(?:(and\s+a\s+half)\s+)?(second|sec|minute|min|hour|hr|h|day|week|fortnight|month|year|decade|century|centurie)s?(\s+and\s+a\s+half)?$/i;
const iso =
  /^P(?=.)(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=.)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const SHORT: Readonly<Record<string, string>> = {
  sec: 'second',
  min: 'minute',
  hr: 'hour',
  h: 'hour',
  centurie: 'century',
};

/** A length in days, or undefined where the text is none. */
export function readLength(text: string): number | undefined {
  const exact = iso.exec(text.trim());
  if (exact) {
    const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
    return units.reduce((sum, unit, i) => sum + Number(exact[i + 1] ?? 0) * (DAYS[unit] as number), 0);
  }
  let days = 0;
  for (const piece of text.trim().split(/\s*,\s*(?:and\s+)?|\s+and\s+(?!a\s+half)/i)) {
    const read = readPart(piece);
    if (read === undefined) return undefined;
    days += read;
  }
  return days;
}

function readPart(text: string): number | undefined {
  const [whole, half, digits, word, halfBefore, unit = '', halfBehind] = part.exec(text) ?? [];
  const spoken = word === undefined || /^an?$/i.test(word) ? 1 : readNumber(word.toLowerCase());
  if (whole === undefined || spoken === undefined) return undefined;
  const name = SHORT[unit.toLowerCase()] ?? unit.toLowerCase();
  const bare = digits === undefined && word === undefined && half === undefined;
  if (bare && !/^an?\s/i.test(text)) return undefined;
  const count = digits === undefined ? spoken : Number(digits);
  return (count * (half ? 0.5 : 1) + (halfBefore || halfBehind ? 0.5 : 0)) * (DAYS[name] as number);
}

/** `seven`, `forty`, `forty-two`. */
function readNumber(word: string): number | undefined {
  const small = NUMBERS.indexOf(word);
  if (small >= 0) return small;
  const [ten = '', one] = word.split('-');
  const tens = TENS.indexOf(ten);
  const ones = one === undefined ? 0 : NUMBERS.indexOf(one);
  if (tens < 0 || ones < 0 || ones > 9 || (one !== undefined && ones === 0)) return undefined;
  return (tens + 2) * 10 + ones;
}

/** A length in the largest unit that tells it well: `3 days`, `5 hours`, `40 minutes`. */
export function sayLength(days: number): string {
  const amount = Math.abs(days);
  const units: [string, number][] = [
    ['year', 365.25],
    ['month', 30.44],
    ['week', 7],
    ['day', 1],
    ['hour', 1 / 24],
    ['minute', 1 / 1440],
  ];
  const [name, size] = units.find(([, size]) => amount >= size * (size === 7 || size === 30.44 ? 2 : 1)) ?? [
    'minute',
    1 / 1440,
  ];
  const count = amount / size;
  const said = count < 10 && Math.abs(count - Math.round(count)) >= 0.05 ? count.toFixed(1) : String(Math.round(count));
  return `${said} ${name}${said === '1' ? '' : 's'}`;
}
