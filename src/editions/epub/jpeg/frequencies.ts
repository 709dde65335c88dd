/** A square of samples as the frequencies that it is made of (the cosine transform of ITU-T T.81), in place. */

/** Half the cosines of one to seven sixteenths of a half turn: written out, since engines differ in the last digit. */
const C1 = 0.49039264020161522;
const C2 = 0.46193976625564337;
const C3 = 0.41573480615127262;
const C4 = 0.35355339059327379;
const C5 = 0.27778511650980109;
const C6 = 0.19134171618254489;
const C7 = 0.09754516100806412;

export function toFrequencies(square: Float64Array): void {
  for (let row = 0; row < 64; row += 8) transformLine(square, row, 1);
  for (let column = 0; column < 8; column += 1) transformLine(square, column, 8);
}

function transformLine(square: Float64Array, start: number, step: number): void {
  const at = (index: number): number => square[start + index * step] as number;
  const put = (index: number, value: number): void => {
    square[start + index * step] = value;
  };
  const [a, b, c, d] = [at(0) + at(7), at(1) + at(6), at(2) + at(5), at(3) + at(4)];
  const [e, f, g, h] = [at(0) - at(7), at(1) - at(6), at(2) - at(5), at(3) - at(4)];
  put(0, C4 * (a + b + c + d));
  put(1, C1 * e + C3 * f + C5 * g + C7 * h);
  put(2, C2 * (a - d) + C6 * (b - c));
  put(3, C3 * e - C7 * f - C1 * g - C5 * h);
  put(4, C4 * (a - b - c + d));
  put(5, C5 * e - C1 * f + C7 * g + C3 * h);
  put(6, C6 * (a - d) - C2 * (b - c));
  put(7, C7 * e - C5 * f + C3 * g - C1 * h);
}
