/** What is used of opentype.js 2, which comes without types. */
declare module 'opentype.js' {
  export interface Font {
    charToGlyphIndex(character: string): number;
    /** In the units of `fontSize`, without kerning: never narrower than what is drawn. */
    getAdvanceWidth(text: string, fontSize: number): number;
  }
  const opentype: { parse(buffer: ArrayBuffer): Font };
  export default opentype;
}
