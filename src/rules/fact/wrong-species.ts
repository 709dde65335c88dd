/** Somebody who is called a Romulan and is a Vulcan. */

import { namesOf, theOne } from '../../analysis/called.ts';
import { isEnglish, narrationWhere, sentenceAt, spanAt } from '../../analysis/narration.ts';
import type { Rule } from '../../lint.ts';
import type { Bible, Entry } from '../../manuscript/bible.ts';
import type { Stretch } from '../../manuscript/passages.ts';
import { heldIn } from './held.ts';
import { beginsWith, onlyOne, rank } from './whose.ts';

/** Peoples that stories know without a bible. Others are known from it. */
const peoples =
  "Human|Vulcan|Romulan|Klingon|Cardassian|Bajoran|Ferengi|Andorian|Tellarite|Betazoid|Trill|Bolian|Orion|Gorn|Tholian|Breen|Talaxian|Ocampa|Kazon|Denobulan|Deltan|Benzite|Caitian|Elf|Dwarf|Hobbit|Goblin|Orc|Turian|Asari|Salarian|Krogan|Quarian|Wookiee|Twi'lek|Bothan|Rodian|Togruta|Zabrak|Chiss|Hutt|Trandoshan|Sullustan|Duros|Kel Dor|Mon Calamari|Gungan|Ewok|Jawa|Centaur|Vampire|Werewolf";

interface Apposition extends Stretch {
  readonly said: string;
  readonly who: Entry<'characters'>;
}

/** Given the peoples, as a regular expression has them. */
const ofPeoples = narrationWhere('fact/wrong-species', (text, kinds) => pattern(kinds).test(text));

let last: { readonly kinds: string; readonly pattern: RegExp } | undefined;

/** Made once for all paragraphs. */
function pattern(kinds: string): RegExp {
  if (last?.kinds !== kinds) last = { kinds, pattern: new RegExp(`\\b(?:${kinds})\\b`, 'i') };
  return last.pattern;
}

export const wrongSpecies: Rule = {
  id: 'fact/wrong-species',
  severity: 'warning',
  *check(manuscript) {
    const { bible } = manuscript;
    const declared = [...bible.characters.values()].flatMap(({ fields }) => fields.species ?? []);
    if (!isEnglish(manuscript) || declared.length === 0) return;
    const own = declared.flatMap(({ is }) => (is && /^\p{L}[\p{L}'-]+$/u.test(is.value) ? [is.value] : []));
    const kinds = [...new Set([...peoples.split('|'), ...own])].join('|');
    const forms = {
      before: new RegExp(`\\b[Tt]he (?:[a-z]+ )?(${kinds}), (?=\\p{Lu})`, 'giu'),
      beside: new RegExp(`(?:^|[.!?]['"”’]? )The (${kinds}) (?=\\p{Lu})`, 'gu'),
      predicate: new RegExp(` (?:was|is) an? (?:[a-z]+ ){0,2}(${kinds})(?=[.,;:!?]| who\\b)`, 'giu'),
      after: new RegExp(`, an? (?:[a-z]+ ){0,2}(${kinds})(?=[,.;:!?])`, 'giu'),
    };
    for (const { scene, narrated } of ofPeoples(manuscript, kinds)) {
      for (const { said, who, ...stretch } of appositions(narrated.text, forms, bible)) {
        const held = heldIn(who.fields.species, who, scene, manuscript);
        const [fact] = held;
        if (!fact?.is || held.some(({ is }) => !is || mayBe(said, is.value))) continue;
        yield {
          message: `${who.name} is called ${/^[AEIOU]/i.test(said) ? 'an' : 'a'} ${said} here, and is ${fact.is.value} in the bible; correct one of them`,
          span: spanAt(narrated, stretch),
          related: [{ span: fact.is.span, message: `${who.name} is ${fact.is.value}` }],
          problem: `${who.id} ${said.toLowerCase()}`,
        };
      }
    }
  },
};

/** `half-Vulcan` and `Vulcan and Human` are Vulcan too; what is no plain word is not judged. */
const mayBe = (said: string, known: string): boolean =>
  known.toLowerCase().includes(said.toLowerCase()) || /half|hybrid|part|mixed|unknown|[/,]| and /i.test(known);

function* appositions(
  text: string,
  { before, beside, predicate, after }: Readonly<Record<'before' | 'beside' | 'predicate' | 'after', RegExp>>,
  bible: Bible,
): Iterable<Apposition> {
  const names = namesOf(bible, 'characters');
  for (const { 0: whole, 1: said = '', index } of text.matchAll(before)) {
    const called = names.startingAt(text, index + whole.length);
    const who = theOne(called);
    if (!who || !called || opensClause(text, index)) continue;
    // A comma that goes on with another name or with “and” stands in a list.
    if (!/^(?:[.;:!?]|,(?! (?:and|or|nor|\p{Lu})))/u.test(text.slice(called.end))) continue;
    yield { said, who, start: index, end: called.end };
  }
  for (const { 0: whole, 1: said = '', index } of text.matchAll(beside)) {
    const next = index + whole.length;
    // By itself: the capital before it is no part of the name.
    const called = names.startingAt(text.slice(next), 0);
    const who = theOne(called);
    if (who && called) yield { said, who, start: index + whole.indexOf('The'), end: next + called.end };
  }
  for (const { 0: whole, 1: said = '', index } of text.matchAll(predicate)) {
    const { start } = sentenceAt(text, index);
    const subject = text.slice(start, index);
    const called = names.endingAt(text, index);
    const isNamed = called && rank.exec(subject)?.[0].length === called.start - start;
    const isMeant = /^(?:S?[Hh]e)$/.test(subject);
    const someone = isMeant ? onlyOne(text, start, subject === 'She' ? 'her' : 'his', bible, []) : undefined;
    const who = isNamed ? theOne(called) : someone && beginsWith(someone, text, bible) ? someone : undefined;
    if (who) yield { said, who, start, end: index + whole.length };
  }
  for (const { 0: whole, 1: said = '', index } of text.matchAll(after)) {
    const called = names.endingAt(text, index);
    const who = theOne(called);
    const end = index + whole.length;
    if (!who || !called || opensClause(text, called.start) || /^, (?:and|or|an?|the|\p{Lu})\b/u.test(text.slice(end)))
      continue;
    // `Mira, Sorel, a Romulan`: a list again.
    if (/, $/.test(text.slice(0, called.start))) continue;
    yield { said, who, start: called.start, end };
  }
}

/** Whether the sentence has so far only a beginning that a comma ends: “Against the Romulan, Sorel …”. */
function opensClause(text: string, at: number): boolean {
  const lead = text.slice(sentenceAt(text, at).start, at);
  return /^(?:\p{Lu}[a-z]+(?:ing|ed)|Against|After|As|At|Before|Behind|Below|Beside|Besides|Between|By|For|From|If|In|Like|Near|Of|On|Once|Over|Since|Than|Though|To|Toward|Towards|Under|Unlike|Until|When|While|With|Without)\b[^,;:]*$/u.test(
    lead,
  );
}
