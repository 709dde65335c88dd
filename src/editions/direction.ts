/** The language of a story as a book declares it, and the direction in which it is written. */

export type Direction = 'ltr' | 'rtl';

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A BCP 47 tag in its usual case; `und` for what is none, since an invalid tag makes a book invalid. */
export function languageTag(written: string): string {
  // No tag is `x-` alone in HTML, while `art` is the language of all that are made up: x-vulcan becomes art-x-vulcan.
  const tag = written.trim().replaceAll('_', '-').replace(/^x-/i, 'art-x-');
  try {
    const [canonical = 'und'] = Intl.getCanonicalLocales(tag);
    const [primary = ''] = canonical.split('-');
    // Well-formed is not enough: no language has a tag of more than three letters, and those of two are all known.
    if (primary.length > 3 || (primary.length === 2 && names.of(primary) === undefined)) return 'und';
    return canonical;
  } catch {
    return 'und';
  }
}

const rightToLeft = new Set('ar arc ckb dv fa he iw ks nqo pnb ps sd syr ug ur yi'.split(' '));
const rightToLeftScripts = new Set('Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa'.split(' '));

/** Which way a language is written: by its script where the tag names one, else by its custom. */
export function directionOf(language: string): Direction {
  const [primary = '', ...rest] = language.split('-');
  const script = rest.find((part) => part.length === 4 && /^[a-z]+$/i.test(part));
  if (script !== undefined)
    return rightToLeftScripts.has(script.charAt(0).toUpperCase() + script.slice(1).toLowerCase()) ? 'rtl' : 'ltr';
  return rightToLeft.has(primary.toLowerCase()) ? 'rtl' : 'ltr';
}
