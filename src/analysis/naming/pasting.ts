/** Names as YAML text, in what is printed to be pasted into a bible. */

/** As it is where YAML takes it for text, else in quotation marks. */
export const yamlText = (text: string): string =>
  /^\p{L}(?:[\p{L}\p{N} /’.-]*[\p{L}\p{N}’.])?$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
