/** Typefaces for stories whose letters the book’s own face does not have: only theirs come with one. */

export interface Face {
  /** Its module, below `faces/`. */
  readonly name: 'arabic' | 'hebrew';
  /** As the page about the site names it, with who made it. */
  readonly credit: string;
}

const faces: Readonly<Record<string, Face>> = {
  Arab: { name: 'arabic', credit: 'Vazirmatn (Saber Rastikerdar)' },
  Hebr: { name: 'hebrew', credit: 'Frank Ruhl Libre (Fontef)' },
};

/** @param script as ISO 15924 has it: `Arab` */
export const faceFor = (script: string | undefined): Face | undefined =>
  script === undefined ? undefined : faces[script];
