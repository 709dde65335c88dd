/** The usual typefaces do. */

export default undefined;
