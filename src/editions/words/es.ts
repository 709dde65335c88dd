/** Spanish. */

import type { Vocabulary } from './vocabulary.ts';

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
  published: (date) => `Primera publicación: ${date}`,
  changed: (date) => `Esta edición: ${date}`,
  license: (name) => `Licencia: ${name}`,
  madeWith: 'Hecho con Padd',
};
