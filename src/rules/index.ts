/** Every rule there is. */

import type { Rule } from '../lint.ts';
import { ageMismatch } from './bible/age-mismatch.ts';
import { confusableNames } from './bible/confusable-names.ts';
import { containmentCycle } from './bible/containment-cycle.ts';
import { learnedBeforeEvent } from './bible/learned-before-event.ts';
import { overlappingFacts } from './bible/overlapping-facts.ts';
import { reversedInterval } from './bible/reversed-interval.ts';
import { shipFateConflict } from './bible/ship-fate-conflict.ts';
import { wrongAppearance } from './fact/wrong-appearance.ts';
import { wrongKinship } from './fact/wrong-kinship.ts';
import { wrongPronoun } from './fact/wrong-pronoun.ts';
import { wrongRank } from './fact/wrong-rank.ts';
import { wrongRegistry } from './fact/wrong-registry.ts';
import { wrongSpecies } from './fact/wrong-species.ts';
import { allowanceWithoutReason } from './format/allowance-without-reason.ts';
import { ambiguousName } from './format/ambiguous-name.ts';
import { badDirective } from './format/bad-directive.ts';
import { badValue } from './format/bad-value.ts';
import { duplicateId } from './format/duplicate-id.ts';
import { unknownKey } from './format/unknown-key.ts';
import { unknownReference } from './format/unknown-reference.ts';
import { unreadableFile } from './format/unreadable-file.ts';
import { unusedAllowance } from './format/unused-allowance.ts';
import { unusedEntry } from './format/unused-entry.ts';
import { knownTooEarly } from './knowledge/known-too-early.ts';
import { neverLearned } from './knowledge/never-learned.ts';
import { deprecatedForm } from './name/deprecated-form.ts';
import { misspelled } from './name/misspelled.ts';
import { mixedApostrophe } from './name/mixed-apostrophe.ts';
import { shipNotItalic } from './name/ship-not-italic.ts';
import { undeclared } from './name/undeclared.ts';
import { wordForm } from './name/word-form.ts';
import { wrongCase } from './name/wrong-case.ts';
import { twoHolders } from './object/two-holders.ts';
import { usedAfterLost } from './object/used-after-lost.ts';
import { unknown } from './place/unknown.ts';
import { wrongContainer } from './place/wrong-container.ts';
import { characterElsewhere } from './presence/character-elsewhere.ts';
import { deadCharacterActs } from './presence/dead-character-acts.ts';
import { deadCharacterListed } from './presence/dead-character-listed.ts';
import { povAbsent } from './presence/pov-absent.ts';
import { shipGone } from './presence/ship-gone.ts';
import { travelTooFast } from './presence/travel-too-fast.ts';
import { twoPlacesAtOnce } from './presence/two-places-at-once.ts';
import { unbornCharacterActs } from './presence/unborn-character-acts.ts';
import { uncastCharacterActs } from './presence/uncast-character-acts.ts';
import { breakAsHeading } from './structure/break-as-heading.ts';
import { brokenLink } from './structure/broken-link.ts';
import { duplicateNumber } from './structure/duplicate-number.ts';
import { duplicateTitle } from './structure/duplicate-title.ts';
import { emptyScene } from './structure/empty-scene.ts';
import { missingAlt } from './structure/missing-alt.ts';
import { missingImage } from './structure/missing-image.ts';
import { mixedSceneBreaks } from './structure/mixed-scene-breaks.ts';
import { numberGap } from './structure/number-gap.ts';
import { titleMismatch } from './structure/title-mismatch.ts';
import { dormant } from './thread/dormant.ts';
import { neverPaid } from './thread/never-paid.ts';
import { paidBeforePlanted } from './thread/paid-before-planted.ts';
import { age } from './time/age.ts';
import { clockReversed } from './time/clock-reversed.ts';
import { duration } from './time/duration.ts';
import { eventDate } from './time/event-date.ts';
import { logHeader } from './time/log-header.ts';
import { malformedStardate } from './time/malformed-stardate.ts';
import { outsideEra } from './time/outside-era.ts';
import { relativePhrase } from './time/relative-phrase.ts';
import { stardateReversed } from './time/stardate-reversed.ts';
import { weekday } from './time/weekday.ts';
import { dialoguePunctuation } from './typography/dialogue-punctuation.ts';
import { doubledSpace } from './typography/doubled-space.ts';
import { doubledWord } from './typography/doubled-word.ts';
import { hyphenForDash } from './typography/hyphen-for-dash.ts';
import { longParagraph } from './typography/long-paragraph.ts';
import { mixedApostrophes } from './typography/mixed-apostrophes.ts';
import { mixedDashes } from './typography/mixed-dashes.ts';
import { mixedEllipses } from './typography/mixed-ellipses.ts';
import { mixedQuotes } from './typography/mixed-quotes.ts';
import { spaceBeforeMark } from './typography/space-before-mark.ts';
import { unclosedDialogue } from './typography/unclosed-dialogue.ts';
import { headHop } from './voice/head-hop.ts';
import { personDrift } from './voice/person-drift.ts';
import { selfAddress } from './voice/self-address.ts';
import { tenseDrift } from './voice/tense-drift.ts';

export const rules: readonly Rule[] = [
  ageMismatch,
  confusableNames,
  containmentCycle,
  learnedBeforeEvent,
  overlappingFacts,
  reversedInterval,
  shipFateConflict,
  wrongAppearance,
  wrongKinship,
  wrongPronoun,
  wrongRank,
  wrongRegistry,
  wrongSpecies,
  allowanceWithoutReason,
  ambiguousName,
  badDirective,
  badValue,
  duplicateId,
  unknownKey,
  unknownReference,
  unreadableFile,
  unusedAllowance,
  unusedEntry,
  knownTooEarly,
  neverLearned,
  deprecatedForm,
  misspelled,
  mixedApostrophe,
  shipNotItalic,
  undeclared,
  wordForm,
  wrongCase,
  twoHolders,
  usedAfterLost,
  unknown,
  wrongContainer,
  characterElsewhere,
  deadCharacterActs,
  deadCharacterListed,
  povAbsent,
  shipGone,
  travelTooFast,
  twoPlacesAtOnce,
  unbornCharacterActs,
  uncastCharacterActs,
  breakAsHeading,
  brokenLink,
  duplicateNumber,
  duplicateTitle,
  emptyScene,
  missingAlt,
  missingImage,
  mixedSceneBreaks,
  numberGap,
  titleMismatch,
  dormant,
  neverPaid,
  paidBeforePlanted,
  age,
  clockReversed,
  duration,
  eventDate,
  logHeader,
  malformedStardate,
  outsideEra,
  relativePhrase,
  stardateReversed,
  weekday,
  dialoguePunctuation,
  doubledSpace,
  doubledWord,
  hyphenForDash,
  longParagraph,
  mixedApostrophes,
  mixedDashes,
  mixedEllipses,
  mixedQuotes,
  spaceBeforeMark,
  unclosedDialogue,
  headHop,
  personDrift,
  selfAddress,
  tenseDrift,
];
