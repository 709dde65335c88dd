/** The marks of other languages. `⍽` is a no-break space, `_` a narrow one. */

import { describe, expect, it } from 'vitest';
import { plainMarks, quoted } from '../../src/manuscript/typography/index.ts';

const set = (typed: string, language: string): string =>
  plainMarks(typed, language).replaceAll('\u00A0', '⍽').replaceAll('\u202F', '_');

describe('two levels of quotation', () => {
  it.each([
    ['en', '“a ‘b’ c”'],
    ['en-GB', '“a ‘b’ c”'],
    ['fr', '«_a “b” c_»'],
    ['fr-CH', '«_a ‹b› c_»'],
    ['fr-CA', '«⍽a “b” c⍽»'],
    ['de', '„a ‚b‘ c“'],
    ['de-AT', '„a ‚b‘ c“'],
    ['de-CH', '«a ‹b› c»'],
    ['de-Latn-CH', '«a ‹b› c»'],
    ['es', '“a ‘b’ c”'],
    ['es-MX', '“a ‘b’ c”'],
    ['it', '«a “b” c»'],
    ['pt', '“a ‘b’ c”'],
    ['pt-BR', '“a ‘b’ c”'],
    ['pt-PT', '«a “b” c»'],
    ['nl', '“a ‘b’ c”'],
    ['sv', '”a ’b’ c”'],
    ['fi', '”a ’b’ c”'],
    ['da', '»a ›b‹ c«'],
    ['nb', '«a ‘b’ c»'],
    ['nn-NO', '«a ‘b’ c»'],
    ['no', '«a ‘b’ c»'],
    ['is', '„a ‚b‘ c“'],
    ['pl', '„a «b» c”'],
    ['cs', '„a ‚b‘ c“'],
    ['sk', '„a ‚b‘ c“'],
    ['sl', '„a ‚b‘ c“'],
    ['hr', '„a ‚b‘ c“'],
    ['sr-Latn', '„a ’b’ c”'],
    ['hu', '„a »b« c”'],
    ['ro', '„a «b» c”'],
    ['bg', '„a „b“ c“'],
    ['ru', '«a „b“ c»'],
    ['uk', '«a „b“ c»'],
    ['el', '«a “b” c»'],
    ['tr', '“a ‘b’ c”'],
    ['ko', '“a ‘b’ c”'],
    ['he', '”a ’b’ c”'],
    ['ar', '”a ’b‘ c“'],
    ['fa', '«a ‹b› c»'],
    ['ja', `"a 'b' c"`],
    ['zh', `"a 'b' c"`],
    ['zh-Hant-TW', `"a 'b' c"`],
    ['xx', '“a ‘b’ c”'],
    ['', '“a ‘b’ c”'],
    ['not a tag', '“a ‘b’ c”'],
    ['EN_us', '“a ‘b’ c”'],
  ])('%s', (language, marks) => {
    expect(set(`"a 'b' c"`, language)).toBe(marks);
  });
});

describe('French spaces', () => {
  it.each([
    ['fr', '"Bonjour!" dit-il; "ça va?"', '«_Bonjour_!_» dit-il_; «_ça va_?_»'],
    ['fr', '" Bonjour ! " dit-il ; oui : non.', '«_Bonjour_!_» dit-il_; oui⍽: non.'],
    ['fr', '«Quoi?!» « Quoi ?! »', '«_Quoi_?!_» «_Quoi_?!_»'],
    ['fr', '«\u00A0Quoi\u00A0?\u00A0»', '«⍽Quoi⍽?⍽»'],
    ['fr', 'Il est 12:30 (?) à http://x.y/?q=1;z', 'Il est 12:30 (?) à http://x.y/?q=1;z'],
    ['fr', `l'"homme", aujourd'hui, 'tain, l'été`, 'l’«_homme_», aujourd’hui, ’tain, l’été'],
    ['fr', '"Il a dit : "Non." - oui', '«_Il a dit⍽: «_Non._»⍽— oui'],
    ['fr', 'M. Hulot, Mme de Staël', 'M.⍽Hulot, Mme de Staël'],
    ['fr-CA', '"Bonjour!" dit-il: "ça va ?"', '«⍽Bonjour!⍽» dit-il⍽: «⍽ça va⍽?⍽»'],
    ['es', '"¿Qué?" ¡"Sí"! (¿"no"?)', '“¿Qué?” ¡“Sí”! (¿“no”?)'],
    ['en', 'No! Yes? So: "and"; so', 'No! Yes? So: “and”; so'],
  ])('%s: %s', (language, typed, marks) => {
    expect(set(typed, language)).toBe(marks);
  });
});

describe('dashes', () => {
  it.each([
    ['fr', '- Oui - non -- si.', '— Oui⍽— non⍽— si.'],
    ['fr', '-- Oui.', '— Oui.'],
    ['es', '--Hola --dijo--. Sí.', '—Hola —dijo—. Sí.'],
    ['ru', '- Да, - сказал он. - Нет.', '— Да,⍽— сказал он.⍽— Нет.'],
    ['pl', '- Tak - nie.', '— Tak⍽– nie.'],
    ['sv', '- Ja - nej -- jo.', '– Ja⍽– nej⍽– jo.'],
    ['de', 'Ja - nein -- doch --- so. Ich--', 'Ja⍽– nein⍽– doch⍽— so. Ich–'],
    ['de', '- Ja', '- Ja'],
    ['en', '- Yes', '- Yes'],
    ['ja', 'a - b--c...', 'a - b--c...'],
  ])('%s: %s', (language, typed, marks) => {
    expect(set(typed, language)).toBe(marks);
  });
});

describe('apostrophes', () => {
  it.each([
    [
      'de',
      `"Wie geht's?" 's geht. Hans' Haus. 'Ja, so geht's,' sagte er.`,
      '„Wie geht’s?“ ’s geht. Hans’ Haus. ‚Ja, so geht’s,‘ sagte er.',
    ],
    ['nl', `'s Avonds in 't huis, 's-Hertogenbosch, zo'n, 'ja'`, '’s Avonds in ’t huis, ’s-Hertogenbosch, zo’n, ‘ja’'],
    ['af', `Dis 'n huis.`, 'Dis ’n huis.'],
    ['it', `dell'"Orlando", un po', 'sto`, 'dell’«Orlando», un po’, ’sto'],
    ['tr', `İstanbul'da "'evet'"`, 'İstanbul’da “‘evet’”'],
    ['uk', `м'я "об'єкт"`, 'м’я «об’єкт»'],
    ['sv', `Lars' hus, 'ja'`, 'Lars’ hus, ’ja’'],
    ['he', `צה"ל אמר "שלום", ג'ירפה, רח' 5`, `צה"ל אמר ”שלום”, ג'ירפה, רח' 5`],
    ['tlh', `"Qapla'!" 'Iw 'oH`, '“Qapla’!” ’Iw ’oH'],
    ['haw', `'Ōlelo Hawai'i`, '’Ōlelo Hawai’i'],
    ['x-vulcan', `'Ti'lar 'ash`, '’Ti’lar ’ash'],
  ])('%s: %s', (language, typed, marks) => {
    expect(set(typed, language)).toBe(marks);
  });
});

it('sets a title within the marks of its language, whose inner ones its own become', () => {
  const languages = ['en', 'de', 'de-CH', 'fr', 'he', 'sv', 'ja', 'zh-Hans', 'zh-TW'];
  const set = ['“A”', '„A“', '«A»', '«\u202FA\u202F»', '”A”', '”A”', '「A」', '“A”', '「A」'];
  expect(languages.map((language) => quoted('A', language))).toEqual(set);
  expect(quoted('The “Petrel”', 'en')).toBe('“The ‘Petrel’”');
  expect(quoted('Le «\u202FPétrel\u202F»', 'fr')).toBe('«\u202FLe “Pétrel”\u202F»');
  expect(quoted('「海燕」号', 'ja')).toBe('「『海燕』号」');
});
