/** Spanish. */

import type { Vocabulary } from './vocabulary.ts';

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

export const es: Vocabulary = {
  contents: 'Índice',
  chapter: (number) => `Capítulo ${number}`,
  untitledChapter: 'Capítulo sin título',
  start: 'Comienzo de la historia',
  cover: 'Cubierta',
  coverOf: (title) => `Cubierta de «${title}»`,
  titlePage: 'Portada',
  about: 'Acerca de esta historia',
  colophon: 'Colofón',
  notes: 'Notas',
  backToText: 'Volver al texto',
  authorsNote: 'Nota de autor',
  contentNotes: 'Advertencias de contenido',
  skipPassage: 'Saltar este pasaje',
  draft: 'Borrador',
  stardate: (date) => `Fecha estelar ${date}`,
  by: (names) => `por ${names}`,
  inSeries: (series, number) => (number === undefined ? series : `${series}, ${number}`),
  fandoms: 'Fandom',
  rating: 'Clasificación',
  warnings: 'Advertencias',
  categories: 'Categoría',
  relationships: 'Relaciones',
  characters: 'Personajes',
  tags: 'Etiquetas',
  status: 'Estado',
  states: { 'in progress': 'En curso', complete: 'Terminada', 'on hiatus': 'En pausa', abandoned: 'Abandonada' },
  chaptersOf: (count, planned) =>
    planned === undefined
      ? `${count} ${count === 1 ? 'capítulo' : 'capítulos'}`
      : `${count} de ${planned} ${planned === 1 ? 'capítulo' : 'capítulos'}`,
  series: 'Serie',
  website: 'En la red',
  day: (year, month, day) => `${day}\u00a0de ${months[month - 1]} de ${year}`,
  published: (date) => `Primera publicación: ${date}`,
  changed: (date) => `Esta edición: ${date}`,
  license: (name) => `Licencia: ${name}`,
  cast: 'Los personajes',
  timeline: 'Cronología',
  asOf: (chapter) => `Hasta: ${chapter}`,
  castSoFar: 'Personajes hasta aquí',
  timelineSoFar: 'Cronología hasta aquí',
  death: 'Muerte',
  spoiler: 'Revela parte de la historia',
  newest: (chapters) => `Novedades: ${chapters}`,
  madeWith: 'Hecho con Padd',
};
