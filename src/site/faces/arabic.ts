/** For Arabic letters: the style sheet, and the address of the typeface that pages ask for at once. */

import '../../../styles/faces/arabic.css';

export { default } from '@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff2?url';
