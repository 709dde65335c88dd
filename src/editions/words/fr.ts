/** French. */

import type { Vocabulary } from './vocabulary.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

export const fr: Vocabulary = {
  contents: 'Table des matières',
  chapter: (number) => `Chapitre ${number}`,
  untitledChapter: 'Chapitre sans titre',
  start: 'Début du récit',
  cover: 'Couverture',
  coverOf: (title) => `Couverture de « ${title} »`,
  titlePage: 'Page de titre',
  about: 'À propos de ce récit',
  colophon: 'Colophon',
  notes: 'Notes',
  backToText: 'Retour au texte',
  authorsNote: 'Note de l’auteur',
  contentNotes: 'Avertissements',
  skipPassage: 'Sauter ce passage',
  draft: 'Brouillon',
  stardate: (date) => `Date stellaire ${date}`,
  by: (names) => `par ${names}`,
  inSeries: (series, number) => (number === undefined ? series : `${series}, ${number}`),
  fandoms: 'Univers',
  rating: 'Public',
  warnings: 'Avertissements',
  categories: 'Catégorie',
  relationships: 'Relations',
  characters: 'Personnages',
  tags: 'Mots-clés',
  status: 'État',
  states: { 'in progress': 'En cours', complete: 'Terminé', 'on hiatus': 'En pause', abandoned: 'Abandonné' },
  chaptersOf: (count, planned) =>
    planned === undefined
      ? `${count} ${count < 2 ? 'chapitre' : 'chapitres'}`
      : `${count} sur ${planned} ${planned < 2 ? 'chapitre' : 'chapitres'}`,
  series: 'Série',
  website: 'En ligne',
  day: (year, month, day) => `${day === 1 ? '1er' : day}\u00a0${months[month - 1]} ${year}`,
  published: (date) => `Première publication : ${date}`,
  changed: (date) => `Présente édition : ${date}`,
  license: (name) => `Licence : ${name}`,
  cast: 'Les personnages',
  timeline: 'Chronologie',
  asOf: (chapter) => `Jusqu’à : ${chapter}`,
  castSoFar: 'Personnages jusqu’ici',
  timelineSoFar: 'Chronologie jusqu’ici',
  death: 'Mort',
  spoiler: 'Révèle une partie de l’histoire',
  newest: (chapters) => `Nouveautés : ${chapters}`,
  madeWith: 'Réalisé avec Padd',
};
