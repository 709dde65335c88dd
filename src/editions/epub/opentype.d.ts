/** What is used of opentype.js 2, which comes without types. */
declare module 'opentype.js' {
  export interface Path {
    readonly commands: readonly Command[];
  }
  /** A font of TrueType outlines knows no others. */
  export type Command =
    | { readonly type: 'M' | 'L'; readonly x: number; readonly y: number }
    | { readonly type: 'Q'; readonly x1: number; readonly y1: number; readonly x: number; readonly y: number }
    | { readonly type: 'Z' };
  export interface Font {
    charToGlyphIndex(character: string): number;
    /** In the units of `fontSize`, without kerning: never narrower than what is drawn. */
    getAdvanceWidth(text: string, fontSize: number): number;
    getPath(text: string, x: number, y: number, fontSize: number, options?: { letterSpacing?: number }): Path;
  }
  const opentype: { parse(buffer: ArrayBuffer, options?: { lowMemory?: boolean }): Font };
  export default opentype;
}
