/** The manuscript as pages see it. */
declare module 'virtual:padd' {
  export const site: import('./site.ts').Site;
}

/** The tokens of the story’s theme. */
declare module 'virtual:padd/theme.css';

/** What stands before the prose of a story for adults; nothing for any other. */
declare module 'virtual:padd/gate.css';
