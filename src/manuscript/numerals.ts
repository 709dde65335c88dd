/** Chapters that are counted in Chinese numerals, as Chinese and Japanese ones are: 第二章 stands before 第十章. */

const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A name with its number in figures. */
export const withFigures = (name: string): string =>
  name.includes('第')
    ? name.replace(/(?<=第)[〇零一二两兩三四五六七八九十百千]+/g, (numeral) => String(figureOf(numeral)))
    : name;

/** Of 二十三, and of 二三, which counts by places. */
function figureOf(numeral: string): number {
  const letters = [...numeral.replace(/〇/g, '零').replace(/[两兩]/g, '二')];
  if (!letters.some((letter) => letter in units))
    return Number(letters.map((letter) => digits.indexOf(letter)).join(''));
  let sum = 0;
  let digit = 0;
  for (const letter of letters) {
    const unit = units[letter];
    if (unit === undefined) digit = digits.indexOf(letter);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
