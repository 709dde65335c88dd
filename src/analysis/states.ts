/** Verbs that tell a deed only with some words behind them: “looked up” is one, “looked well” is none. */

import type { Token } from './tokens.ts';
import { isPast, isPresent, statives } from './verbs.ts';

const ly = '(?:\\w+ly )?';
const deed = (forms: string): RegExp => new RegExp(`^${ly}(?:${forms})(?![\\w'])`);

const posture = deed('up|down|upright|back|forward|forwards');

/** What makes a deed of a verb that else tells how somebody is, or what may be said of who is not there. */
const deeds: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    'looked looks': deed(
      'at|up|down|over(?! \\w+ty\\b)|around|round|about (?:him|her|them|the)|back|away|out|into|through|across|from|toward|towards|along|past|in|hard at|again|to (?:the|his|her|him|NAME)',
    ),
    'stood stands sat sits lay lies': posture,
    'came comes': deed(
      'in|out|over|through|across|along|around|round|toward|towards|forward|running|aboard|and|closer|nearer|down|upstairs|downstairs|to (?:the|a|attention)(?! throne)|up (?:to|behind|beside|and|the|with)|back(?! to)|back to the|into(?! (?:\\w+ )?(?:mind|thoughts?|head|being|power|fashion|question|it))',
    ),
    'got gets': deed(
      'up|in|into|out|down|off|back|through|onto|aboard|between|under|to (?:his|her|their) (?:feet|knees)',
    ),
    'gave gives': deed(
      '(?:(?:him|her|them|it|me|us|NAME) )?(?:an?|the|one|another|no|back)(?! (?:\\w+ )?(?:sons?|daughters?|child|children|life|names?|heirs?|purpose|hope|reason|right|chance)\\b)',
    ),
    'kept keeps': deed('(?:on )?\\w+ing|(?:his|her|their) (?:eyes|hands?|voice|face|gaze|head)'),
    'held holds': deed(
      'out|up|back|still|on|onto|(?:his|her|their|the|an?|one|both) (?:\\w+ )?(?:out|up|to|against|over|steady|open)|(?:his|her|their) (?:breath|hands?|tongue|arms?|head|nose)|(?:him|her|them|it|NAME)(?! in (?:contempt|esteem|high|low|regard))',
    ),
    'left leaves': deed(
      'the (?:room|bridge|house|table|office|hall|cabin|chamber|building|kitchen|shop|camp|tent|lab|cell|bar|deck)|without|again|at once|in a hurry|by the|through|with (?:him|her|them|NAME)|to (?:find|fetch|get|see|make|look)|END',
    ),
    'fell falls': deed('silent|to (?:his|her|their) (?:knees|feet)|back|forward|into step|in beside|over'),
    'stared stares': deed('at|back|after|past|out|down|into|across|hard|round|around|up at (?:him|her|them|NAME)'),
    'smiled smiles': /^(?!(?:down )?(?:from|out of)\b)/,
    'waited waits': deed(
      'until|while|a moment|(?:for )?(?:him|them|NAME) to|for (?:an answer|a reply)|patiently|impatiently|politely|outside|by the door',
    ),
    'felt feels': deed('for|along|around|under|in (?:his|her|the)'),
    'used uses': deed('(?:his|her|their) (?:elbow|hands?|sleeve|foot|thumb|free)'),
  }).flatMap(([verbs, form]) => verbs.split(' ').map((verb) => [verb, form] as const)),
);

/** Whether the verb at a place says how somebody is, or what became of them, and not what they do. */
export function isState(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at] as Token;
  if (!statives.has(text)) return false;
  const form = deeds.get(text);
  return !form?.test(wordsBehind(tokens, at)) && !goesOnToDo(tokens, at);
}

function wordsBehind(tokens: readonly Token[], at: number): string {
  const { sentence } = tokens[at] as Token;
  const words: string[] = [];
  for (let i = at + 1; i < at + 6; i += 1) {
    const token = tokens[i];
    if (token?.sentence !== sentence || token.kind === 'mark' || token.kind === 'speech') {
      if (words.length === 0) words.push('END');
      break;
    }
    words.push(token.kind === 'word' ? token.text : 'NAME');
  }
  return `${words.join(' ')} `;
}

/** Whether the same subject does something in the same breath: “sat at the table and poured the tea”. */
function goesOnToDo(tokens: readonly Token[], at: number): boolean {
  const { sentence } = tokens[at] as Token;
  for (let i = at + 1; i < at + 12; i += 1) {
    const token = tokens[i];
    if (token?.sentence !== sentence || token.kind === 'speech' || token.kind === 'name') return false;
    if (token.kind !== 'word') continue;
    if (/^(?:who|which|that|when|while|as|where|if|because|had|he|she|they|it)$/.test(token.text)) return false;
    if (token.text !== 'and' && token.text !== 'then') continue;
    let next = tokens[i + 1];
    if (next?.kind === 'word' && (next.text === 'then' || next.text.endsWith('ly'))) next = tokens[i + 2];
    if (next?.kind === 'word' && (isPast(next.text) || isPresent(next.text)))
      return !statives.has(next.text) && !/^(?:was|were|had)$/.test(next.text);
  }
  return false;
}
