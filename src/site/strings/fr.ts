/** French. */

import type { SiteVocabulary } from './vocabulary.ts';

export const fr: SiteVocabulary = {
  skipToText: 'Aller au texte',
  site: 'Site',
  begin: 'Commencer',
  wholeStory: 'Sur une seule page',
  aboutSite: 'À propos',
  feed: 'Flux',
  previous: 'Précédent',
  next: 'Suivant',
  turn: 'Autres chapitres',
  words: (printed, count) => `${printed}\u00A0${count < 2 ? 'mot' : 'mots'}`,
  minutes: (printed) => `${printed}\u00A0min`,
  showTitle: 'Montrer son titre',
  spoiler: 'révèle quelque chose',
  length: 'Longueur',
  firstPublished: 'Première publication',
  readingTime: (hours, minutes) =>
    `environ ${[hours && `${hours}\u00A0h`, minutes && `${minutes}\u00A0min`].filter(Boolean).join(' ')}`,
  nextOn: (date) => `prochain chapitre le ${date}`,
  theEnd: 'Fin',
  endSoFar: 'C’est le dernier chapitre pour l’instant',
  noChapters: 'Aucun chapitre n’est encore publié.',
  anonymous: 'Anonyme',
  archive: {
    'Not Rated': 'Non classé',
    'General Audiences': 'Tout public',
    'Teen And Up Audiences': 'Adolescents et adultes',
    Mature: 'Public averti',
    Explicit: 'Explicite',
    'Choose Not To Use Archive Warnings': 'L’auteur a choisi de ne pas avertir',
    'Creator Chose Not To Use Archive Warnings': 'L’auteur a choisi de ne pas avertir',
    'No Archive Warnings Apply': 'Aucun des avertissements d’usage',
    'Graphic Depictions Of Violence': 'Violence explicite',
    'Major Character Death': 'Mort d’un personnage principal',
    'Rape/Non-Con': 'Viol',
    'Underage Sex': 'Sexualité de mineurs',
    Underage: 'Sexualité de mineurs',
  },
  rights: 'Droits',
  disclaimer: 'Avertissement légal',
  privacy: 'Vie privée',
  privacyText: [
    'Ce site ne sait pas que vous êtes venu.',
    'Il ne dépose pas de cookies, ne compte pas les visites et n’a pas de comptes.',
    'Rien n’y vient d’ailleurs\u00A0: ni polices, ni images, ni scripts.',
    'L’hébergeur tient peut-être un journal\u00A0; les pages elles-mêmes ne disent rien à personne.',
  ],
  setIn: (book, label) =>
    `Composé en ${book}, avec des intitulés en ${label}\u00A0; toutes deux sont libres sous la SIL Open Font License.`,
  notFound: 'Il n’y a rien à cette adresse',
  notFoundText:
    'Le chapitre a peut-être changé de place, ou n’a jamais été ici. La table des matières dit tout ce qu’il y a.',
  beta: 'Bêta',
  scheduled: (date) => `Paraît le ${date}`,
};
