/** The language of a story as a book declares it, and the direction in which it is written. */

export type Direction = 'ltr' | 'rtl';

/** The languages that have two letters (ISO 639-1). */
const twoLetters = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es ' +
    'et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj ' +
    'kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ' +
    'ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ' +
    'ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/** A BCP 47 tag in its usual case; `und` for what is none, since an invalid tag makes a book invalid. */
export function languageTag(written: string): string {
  // No tag is `x-` alone in HTML, while `art` is the language of all that are made up: x-vulcan becomes art-x-vulcan.
  const tag = written.trim().replaceAll('_', '-').replace(/^x-/i, 'art-x-');
  try {
    const [canonical = 'und'] = Intl.getCanonicalLocales(tag);
    const [primary = ''] = canonical.split('-');
    // Well-formed is not enough: no language has a tag of more than three letters, and those of two are all known.
    if (primary.length > 3 || (primary.length === 2 && !twoLetters.has(primary))) return 'und';
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
