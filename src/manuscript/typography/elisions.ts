/** Words that an apostrophe shortens, at their beginning or their end, and that a quotation mark does not open or close. */

export interface Elisions {
  /** Hardly ever anything else: ’tis, ’em. */
  readonly sure: ReadonlySet<string>;
  /** Also words of their own, so that a quotation may well begin with them: ’cause, ’round. */
  readonly likely: ReadonlySet<string>;
  /** Whether a word looks as if it had lost its end: goin’, an’, o’. */
  readonly endless: (word: string) => boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));
const never = (): boolean => false;

const ENGLISH: Elisions = {
  sure: words(`
    tis tisn twas twasn twarn twere tweren twill twon twould twouldn twuz twixt twix tain em emselves n nuff nough cuz cos
    coz kase kaze gainst neath tween mongst til twould nother scuse fraid spose sposed spect spects cept cep ceptin
    lectric bout thout dout zactly pon pose strewth streuth uz ee s d ll m re t ve k f
    e ere ello ullo ell elp elped elpin ome ouse ouses orse orses orrible ospital eard ead eads eart eaven eavy
    im imself isself erself ave aven avin aving adn asn ot urry urt usband ungry undred umble umbly appen appened appens
    appy ang anged anging arf ard ardly andsome igh ole oles oped oping uman un uns ud oman ooman`),
  likely: words(`
    cause course bout round cross fore less er kay sup till way low lowed deed stead specially member members fess hind
    long lone ad ow oo um old ill ear eat`),
  endless: (word) => DROPPED.has(word) || (/^.*[aeiouy].*[^a]in$/.test(word) && !WHOLE.has(word)),
};
const DROPPED = words('an o th wi t ol lil fo yo y d han mo tho thro gi ha po sho cep kep twix spec');
const WHOLE = words(
  'begin within cousin robin cabin martin merlin berlin virgin origin margin latin basin goblin violin',
);

const OTHERS: Readonly<Record<string, string>> = {
  af: 'n t k s r m',
  cy: 'n r w i u m th ch',
  da: 'na',
  de: 's n ne nen nem ner nes m rum raus rein rauf runter rüber ran nauf nüber nunter naus nein drum drauf drin tschuldigung',
  fr: 'tain fin lut spèce',
  fy: 'e t n k s r m',
  it: 'sto sta sti ste nu na no l ndrangheta ncora giorno sera notte o a',
  nl: 's t n k m r ns',
  nb: 'n a kke ke',
  nn: 'n a kje',
  no: 'n a kke ke',
  sv: 'na n an nte',
};

/** By primary subtag. Each list is what novels show; a word in none of them is decided by what stands about it. */
export function elisionsOf(language: string): Elisions {
  if (language === 'en') return ENGLISH;
  return { sure: words(OTHERS[language] ?? ''), likely: words(''), endless: never };
}

// Longer words are in no list: the bound keeps a mark's cost the same in any text.
const FIRST_WORD = /(\p{L}{1,16})(?:(?!\p{L})|$)/uy;
const LAST_WORD = /(?<![\p{L}'’])\p{L}{1,16}$/u;
const DECADE = /\d\d(s?)(?![\p{L}\p{N}])/uy;

/** Whether a mark before this place shortens the word or the year that begins here. */
export function elisionAt(text: string, at: number, { sure, likely }: Elisions): 'sure' | 'likely' | undefined {
  DECADE.lastIndex = at;
  const decade = DECADE.exec(text);
  if (decade) return decade[1] ? 'sure' : 'likely';
  FIRST_WORD.lastIndex = at;
  const typed = FIRST_WORD.exec(text)?.[1];
  if (typed === undefined) return undefined;
  const word = typed.toLowerCase();
  if (word.length === 1 && !isLoneLetter(typed, text.slice(at + 1, at + 3))) return undefined;
  return sure.has(word) ? 'sure' : likely.has(word) ? 'likely' : undefined;
}

/** Not the T of 'T’lar', 'T-shirt' or 'D deck'; but the e of 'e’s. */
function isLoneLetter(letter: string, next: string): boolean {
  if (letter === 'e' || letter === 'E') return !/^[-.]/.test(next);
  return letter === letter.toLowerCase() && !/^(?:\.|['’]\p{L})/u.test(next);
}

/** Whether the word that ends here looks as if it had lost its end. */
export function dropsEnd(text: string, at: number, { endless }: Elisions): boolean {
  const word = LAST_WORD.exec(text.slice(Math.max(0, at - 17), at))?.[0];
  return word !== undefined && endless(word.toLowerCase());
}
