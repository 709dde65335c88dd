/** For Hebrew letters: the style sheet, and the address of the typeface that pages ask for at once. */

import '../../../styles/faces/hebrew.css';

export { default } from '@fontsource/frank-ruhl-libre/files/frank-ruhl-libre-hebrew-400-normal.woff2?url';
