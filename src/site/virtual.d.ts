/** The manuscript as pages see it. */
declare module 'virtual:padd' {
  export const site: import('./site.ts').Site;
}

/** The tokens of the story’s theme. */
declare module 'virtual:padd/theme.css';

/** What stands before the prose of a story for adults; nothing for any other. */
declare module 'virtual:padd/gate.css';

/** A typeface for the letters of the story, where the usual one has none of them. */
declare module 'virtual:padd/face' {
  const address: string | undefined;
  export default address;
}

/** Files as Vite gives them: a style sheet to the page, of any other its address. */
declare module '*.css';
declare module '*?url' {
  const address: string;
  export default address;
}
