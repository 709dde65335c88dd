/** The colours of eyes and hair, and which of their names may mean the same. */

/** By name, the families that it belongs to. Two colours are at odds where they share none. */
const families: Readonly<Record<string, string>> = {
  blue: 'blue',
  azure: 'blue',
  sapphire: 'blue',
  green: 'green',
  emerald: 'green',
  jade: 'green',
  brown: 'brown',
  chestnut: 'brown red',
  chocolate: 'brown',
  hazel: 'brown green yellow',
  amber: 'brown yellow',
  gold: 'yellow brown',
  golden: 'yellow brown',
  yellow: 'yellow',
  gray: 'gray',
  grey: 'gray',
  silver: 'gray white',
  white: 'white gray',
  black: 'black',
  ebony: 'black',
  raven: 'black',
  violet: 'violet',
  purple: 'violet',
  red: 'red',
  ginger: 'red',
  copper: 'red',
  auburn: 'red brown',
  sandy: 'yellow brown',
  blond: 'yellow',
  blonde: 'yellow',
  flaxen: 'yellow',
  platinum: 'yellow white',
  tawny: 'yellow brown',
  mahogany: 'brown red',
  russet: 'brown red',
  crimson: 'red',
  scarlet: 'red',
  reddish: 'red brown',
  brownish: 'brown',
  yellowish: 'yellow',
  greenish: 'green',
  bluish: 'blue',
  grayish: 'gray',
  greyish: 'gray',
  turquoise: 'blue green',
  teal: 'blue green',
  cobalt: 'blue',
  indigo: 'blue violet',
  lavender: 'violet',
  onyx: 'black',
};

export const colour = Object.keys(families).join('|');

const word = new RegExp(`\\b(?:${colour})\\b`, 'gi');

/** The families of all colours that a text names: `blue-green` is of two. */
export const familiesIn = (text: string): ReadonlySet<string> =>
  new Set((text.match(word) ?? []).flatMap((name) => (families[name.toLowerCase()] ?? '').split(' ')));

/** Hair that is dark is none of these. */
const fair = /\b(?:blonde?|fair|golden|flaxen|platinum|white|silver)\b/i;

/** Whether two descriptions name colours, and none that could be the same. */
export function areAtOdds(a: string, b: string): boolean {
  if ([a, b].some((said) => /^dark$/i.test(said))) return [a, b].some((said) => fair.test(said));
  const [here, there] = [familiesIn(a), familiesIn(b)];
  return here.size > 0 && there.size > 0 && ![...here].some((family) => there.has(family));
}
