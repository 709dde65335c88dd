/** The manuscript as pages see it. */
declare module 'virtual:padd' {
  export const site: import('./site.ts').Site;
}
