/** All planters: sixteen kinds of fault, some of them in several ways. */

import type { Planter } from '../fault.ts';
import { againstOpening, dateAcrossNeighbour, malformedDate } from './dates.ts';
import { appearanceFlipped, rankSwapped, registryFlipped } from './facts.ts';
import { newsLeaked, newsThought } from './knowledge.ts';
import { deadAct, deadSpeak } from './lives.ts';
import { namesMisspelt } from './names.ts';
import {
  journeyShortened,
  presenceDoubled,
  presenceMoved,
  shipRevivedAsSetting,
  shipRevivedInProse,
} from './presence.ts';
import {
  dialoguePunctuation,
  doubledSpace,
  doubledWord,
  hyphenForDash,
  mixedQuotes,
  unclosedDialogue,
} from './typography.ts';
import { headHopped, personFlipped, tenseFlipped } from './voice.ts';
import { badDirective, badValue, unknownKey, unknownPlace, unknownReference, unknownRoad } from './yaml.ts';

export const planters: readonly Planter[] = [
  rankSwapped,
  deadSpeak,
  deadAct,
  dateAcrossNeighbour,
  againstOpening,
  presenceDoubled,
  presenceMoved,
  journeyShortened,
  newsLeaked,
  newsThought,
  ...namesMisspelt,
  appearanceFlipped,
  registryFlipped,
  tenseFlipped,
  personFlipped,
  headHopped,
  unclosedDialogue,
  mixedQuotes,
  doubledWord,
  doubledSpace,
  hyphenForDash,
  dialoguePunctuation,
  unknownKey,
  unknownReference,
  unknownPlace,
  unknownRoad,
  badValue,
  badDirective,
  malformedDate,
  shipRevivedAsSetting,
  shipRevivedInProse,
];
