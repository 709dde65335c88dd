/** Words that have a capital and are nobody's name. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Days, months, feasts, peoples and tongues of our own world, and what is shortened behind an “I” or a “Don”. */
export const common: ReadonlySet<string> = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December Christmas Easter Lent Advent Michaelmas Whitsun Sabbath
  English French German Germans Spanish Italian Italians Russian Russians Chinese Japanese Latin Greek Greeks Hebrew Arabic
  American Americans British European Europeans Irish Scottish Scotch Welsh Dutch Danish Swedish Norwegian Polish Turkish
  Christian Christians Jewish Jew Jews Catholic Protestant Muslim Gothic Roman Romans Saxon Slovak Slovaks Hungarian
  Englishman Englishmen Frenchman Frenchmen Irishman Scotsman Dutchman
  God Jesus Christ Bible Heaven Hell Providence Almighty Devil Satan Scripture Testament Amen
  Don't Can't Won't Didn't I I'm I've I'd I'll It's That's O Ah Oh Eh Ha Hm Hmm Um Ay Aye Nay Yea`);
