/** The tables of a JPEG that everybody uses: those which ITU-T T.81 prints in its annex K. */

/** Of each place in a square, line by line, where it stands in the file: from the coarse to the fine. */
export const zigzag: readonly number[] = [
  0, 1, 5, 6, 14, 15, 27, 28, 2, 4, 7, 13, 16, 26, 29, 42, 3, 8, 12, 17, 25, 30, 41, 43, 9, 11, 18, 24, 31, 40, 44, 53,
  10, 19, 23, 32, 39, 45, 52, 54, 20, 22, 33, 38, 46, 51, 55, 60, 21, 34, 37, 47, 50, 56, 59, 61, 35, 36, 48, 49, 57,
  58, 62, 63,
];

/** How finely each frequency is kept at quality 50, line by line. */
const brightness = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
const colour = [
  [17, 18, 24, 47],
  [18, 21, 26, 66],
  [24, 26, 56],
  [47, 66],
];

/** What frequencies are divided by at a quality of 50 to 100. */
export function divisorsAt(quality: number): { readonly brightness: Uint8Array; readonly colour: Uint8Array } {
  const scaled = (value: number): number => Math.max(1, Math.floor((value * (200 - 2 * quality) + 50) / 100));
  return {
    brightness: Uint8Array.from(brightness, scaled),
    colour: Uint8Array.from({ length: 64 }, (_, at) => scaled(colour[at >> 3]?.[at & 7] ?? 99)),
  };
}

/** A Huffman code: how many words of each length it has, from one bit to sixteen, and what they mean, in order. */
export interface Code {
  readonly counts: readonly number[];
  readonly meanings: readonly number[];
}

const bytes = (hex: string): number[] => [...Buffer.from(hex, 'hex')];
const levels = Array.from({ length: 12 }, (_, size) => size);

export const codes: Readonly<Record<'brightness' | 'colour', { readonly level: Code; readonly detail: Code }>> = {
  brightness: {
    level: { counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], meanings: levels },
    detail: {
      counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
      meanings: bytes(
        '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a34353637' +
          '38393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3' +
          'a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
      ),
    },
  },
  colour: {
    level: { counts: [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], meanings: levels },
    detail: {
      counts: [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119],
      meanings: bytes(
        '000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a3536' +
          '3738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999a' +
          'a2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa',
      ),
    },
  },
};
