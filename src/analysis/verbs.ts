/** English verbs and small words, as far as a subject and its verb are to be told from other words. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that begin a sentence with a capital and are no part of a name. */
export const functionWords = words(`
  a an the this that these those my your his her its our their and but or nor so yet for then than now here there when
  whenever where wherever while as if unless until till since because although though after before once again even only
  just still also too perhaps maybe yes no not never ever always often sometimes today tonight tomorrow yesterday what who
  whom whose which why how in on at by to from of off up down out over under above below behind beside besides between
  beyond with without within into onto upon across against along among around near like about toward towards through
  throughout during despite except both either neither each every all some any many much more most few several other
  another such same well oh ah hey hello hi okay ok sorry thanks please come go look listen wait stop see let get tell
  is was are were am be been did does do had has have can could will would shall should may might must i he she it we they
  you me him us them ask call thank good poor dear meanwhile later afterward afterwards instead outside inside beneath
  opposite next last one two three nobody somebody everybody everyone someone nothing something everything was`);

/** What begins a clause that hangs on another. */
export const subordinators = words(`
  that which who whom whose if when whenever because as though although while whilst until till before after since whether
  where wherever how why what than like unless once lest whatever whoever whichever however except for`);

/** What, said earlier in a sentence, leaves it open whether what follows is told as true. */
export const hazards = words(`
  if unless whether whom would could should might may must that's said says say saying told tell tells telling thought think thinks thinking
  dreamed dreamt dream dreams dreaming imagined imagine imagining remembered remember remembering remembers recalled
  recall recalling believed believe believing knew know knowing knows wondered wonder wondering hoped hope hoping feared fear fearing wished wish
  wishing pictured picture picturing supposed suppose pretended pretending suspected suspect explained claimed claim
  wrote written writing read heard hearing story stories tale tales legend legends memory memories rumour rumor rumours
  rumors report reports reported insisted swore sworn vision visions nightmare nightmares perhaps maybe suppose promised
  song songs poem painting portrait photograph picture hallucination fantasy fancied fancying mentioned`);

export const modals = words(`would could should might may must will shall can ought cannot can't won't wouldn't couldn't
  shouldn't mightn't mustn't shan't 'd 'll needn't`);

export const beings = words("was were is are am be been being wasn't weren't isn't aren't");
export const havings = words("had has have hadn't hasn't haven't");
const doings = words("did does do didn't doesn't don't");
export const isDoing = (word: string): boolean => doings.has(word);

/** Verbs that say how something is, or what one may do who is not there: a memory stands, a portrait hangs. */
export const statives = words(`
  seemed seems looked looks appeared appears lay lies stood stands sat sits remained remains stayed stays hung hangs
  belonged belongs meant means knew knows loved loves hated hates wanted wants needed needs owned owns lived lives died
  dies existed exists became becomes felt feels thought thinks believed believes remembered remembers kept keeps rested
  rests slept sleeps held holds deserved deserves mattered matters haunted haunts left leaves gave gives fell falls
  perished perishes drowned vanished disappeared sounded sounds resembled resembles lacked lacks possessed preferred liked
  likes hoped trusted understood contained consisted depended bore wore wears got gets came comes waited waits used
  inspired taught deserved stared smiled stays featured represented symbolised symbolized embodied died suffered lingered
  lingers endured outlived survived predeceased built wrote written painted designed founded served commanded`);

/** Verbs of the mind that only the one who has it can know. */
export const interior = words(`
  wondered realised realized remembered hoped feared imagined doubted suspected regretted recalled wished dreaded
  wonders realises realizes remembers hopes fears imagines doubts suspects regrets recalls wishes dreads wondering`);

/** Verbs that put words into somebody's mouth. */
export const speaking = words(`
  said says asked asks replied replies answered answers cried cries whispered whispers muttered mutters murmured murmurs
  shouted shouts called calls yelled yells exclaimed exclaims added adds continued continues began begins repeated repeats
  demanded demands inquired inquires enquired remarked remarks observed observes agreed agrees admitted admits insisted
  insists suggested suggests explained explains told tells snapped snaps growled growls hissed hisses barked barks
  returned retorted retorts declared declares announced announces protested protests pleaded pleads warned warns ordered
  orders commanded offered responded responds interrupted interrupts prompted ventured conceded concluded corrected
  countered drawled echoed finished gasped grumbled grunted mumbled mused noted objected promised quipped rasped
  reminded reported roared screamed sighed sobbed spat stammered stated stuttered urged wailed wondered breathed bellowed
  chimed croaked chuckled laughed commented confessed croaked begged groaned moaned purred reasoned resumed rumbled
  shrieked sneered teased thundered acknowledged advised affirmed confirmed quoth queried piped pressed mouthed exploded
  accused implored urges entreated assured assures proclaimed beseeched besought scolded chided soothed crooned wheezed
  squeaked squealed snarled snarls whimpered whined bawled hollered cautioned grudged apologised apologized deadpanned`);

/** What one does with words along with a small one: “broke in Tam”, “Mira went on”. */
const pairs: Readonly<Record<string, RegExp>> = {
  went: /^on$/,
  goes: /^on$/,
  broke: /^in$/,
  breaks: /^in$/,
  cut: /^in$/,
  cuts: /^in$/,
  put: /^in$/,
  puts: /^in$/,
  chimed: /^in$/,
  burst: /^out$/,
  bursts: /^out$/,
  blurted: /^out$/,
  called: /^(?:out|back|over)$/,
  cried: /^out$/,
  shot: /^back$/,
};

/** How many words from a place put words into somebody's mouth: none, one, or a verb and its particle. */
export function speakingAt(word: string, next: string | undefined): number {
  if (next !== undefined && pairs[word]?.test(next)) return 2;
  return speaking.has(word) ? 1 : 0;
}

/** “was saying”, “is asking”. */
export const isSpeakingOn = (word: string): boolean =>
  /^(?:say|ask|insist|shout|tell|explain|argu|mutter|whisper|call|cry|yell|repeat|protest|plead|announc|mumbl|murmur|demand|beg|answer|scream)ing$/.test(
    word,
  );

/** Of these, what one does with breath and voice, whether or not anything is said by it. */
export const voicing = words(`
  laughed laughs chuckled chuckles sighed sighs sobbed gasped groaned moaned screamed screams shrieked spat began begins
  continued continues returned finished snapped growled hissed barked roared shouted cried cries whispered whispers muttered
  mumbled murmured grunted stammered breathed bellowed`);

/** Of these, the ones that are seldom anything else. */
export const plainlySpeaking = words('said says asked asks replied replies answered whispered muttered murmured');

const irregularPast = words(`
  arose ate awoke beat began bent bet bit bled blew bought bound bred broke brought burnt burst came cast caught chose
  clung cost crept cut dealt dove drank drew drove dug fed fell felt fled flew flung forbade forgave forgot fought found
  froze gave got grew ground had heard held hid hit hung hurt kept knelt knew laid lay leaned leapt learnt led left lent
  let lit lost made meant met misread mistook outran overheard overtook paid put quit ran rang read rebuilt rode rose said
  sang sank sat saw sent set sewed shone shook shot shrank shrugged shut slept slid slit slung smelt sold sought sowed spat
  sped spelt spent spilt split spoke sprang spread spun stank stole stood strode strove struck stuck stung swam swept swore
  swung taught thought threw thrust told took tore trod understood undertook upset was went wept were withdrew withstood
  woke won wore wound wove wrote wrung became overcame undid redid foresaw reset reread outdid ducked`);

const irregularParticiple = words(`
  arisen eaten awoken beaten begun bent bet bitten bled blown bought bound bred broken brought built burnt burst come cast
  caught chosen clung cost crept cut dealt driven drunk drawn dug fed fallen felt fled flown flung forbidden forgiven
  forgotten fought found frozen given got gotten grown ground had heard held hidden hit hung hurt kept knelt known laid
  lain leapt learnt led left lent let lit lost made meant met mistaken paid put quit run rung read ridden risen said sung
  sunk sat seen sent set sewn shone shaken shot shrunk shut slept slid slung sold sought spat sped spent split spoken
  sprung spread spun stolen stood stridden struck stuck stung swum swept sworn swung taken taught thought thrown thrust
  told torn trodden understood undertaken upset been gone wept withdrawn woken won worn wound woven written wrung become
  overcome done undone shown`);

const notPast = words(`hundred naked sacred wicked rugged beloved aged red bed shed kindred hatred crooked ragged jagged
  wretched learned rugged sled gilded bearded winged blessed cursed`);

const bases = words(`
  accept act add admit advance agree aim allow answer approach argue arrive ask attack back beat beckon begin bend bite
  blink block blow bow break breathe bring brush build burn burst bury call care carry catch change chase check chew choke
  choose circle clap clear clench climb close collapse come command concede confess consider continue cough count cover
  crack crash crawl cross cry curse cut dance dare dash decide demand descend dig dip dismiss dive do dodge drag draw drift
  drink drive drop duck eat edge emerge enter escape examine exhale explain extend face fall fasten fetch fight fill find
  finish fire fix flash flee flick flinch fling flip fly fold follow force free freeze frown fumble gasp gather gaze gesture
  get give glance glare go grab grasp greet grin grip groan growl guide halt hand hang haul head hear help hesitate hide hit
  hiss hold hurry ignore inch inhale insist inspect interrupt join jump keep kick kill kiss kneel knock know laugh launch
  lay lead lean leap leave let lie lift light limp listen load lock look lose lower lunge make manage march meet melt mention
  moan mount move murmur mutter nod note notice nudge offer open order pace pass pat pause pick pin place play plunge point
  poke pour press proceed produce protest pull punch push put race raise reach read recite reload remove repeat reply report
  rest retreat return ride ring rip rise roar roll rub run rush salute save say scan scowl scramble scratch scream search see
  seize sell send set settle shake shift shiver shoot shout shove show shrug shut sigh sign signal sing sink sip skid slam
  slap slide sling slip slow smile smirk snap sniff snort speak spin spit split spring squeeze squint stagger stand stare
  start step stick stiffen stir stoop stop straighten stretch stride strike stroke struggle study stumble swallow sway swear
  sweep swing switch take talk tap tear tell throw thrust tie tilt toss touch trace trail tremble trip try tuck tug turn twist
  type unfold unlock use wait wake walk wander watch wave weep whirl whisper whistle wince wink wipe withdraw work write yank
  yawn yell seem want need love think believe feel remain stay sit hope wonder remember realise realize fear regret imagine
  doubt suspect recall wish dread add ask reply admit remark observe agree suggest`);

/** A simple past: what can only be a finite verb, or mostly is one. */
export const isPast = (word: string): boolean =>
  irregularPast.has(word) ||
  (word.length > 3 &&
    word.endsWith('ed') &&
    !notPast.has(word) &&
    (!word.endsWith('eed') || /^(?:agreed|freed|decreed|guaranteed|disagreed|teed|treed)$/.test(word)));

/** What one does, as “they” do it. */
export const isBase = (word: string): boolean => bases.has(word);

export const isPresent = (word: string): boolean => {
  if (!word.endsWith('s') || word.length < 4) return false;
  const bare = word.slice(0, -1);
  if (bases.has(bare)) return true;
  if (word.endsWith('ies')) return bases.has(`${word.slice(0, -3)}y`);
  return word.endsWith('es') && bases.has(word.slice(0, -2));
};

export const isParticiple = (word: string): boolean =>
  irregularParticiple.has(word) ||
  (word.length > 3 && word.endsWith('ed') && !notPast.has(word) && !word.endsWith('eed'));

const adverbs = words(`then now still again finally instead meanwhile later afterward afterwards just only also too soon
  almost nearly never ever always often once sometimes already even simply merely both all first next quite rather somehow
  perhaps at last herself himself themselves itself there here together alone slowly twice half not`);

export const isAdverb = (word: string): boolean =>
  adverbs.has(word) ||
  (word.length > 4 &&
    word.endsWith('ly') &&
    !/^(?:only|family|reply|early|ugly|belly|jelly|bully|ally|apply|supply|fly|rely|july|italy|folly|holy|lily|silly|lonely|friendly|elderly|ghostly)$/.test(
      word,
    ));

/** Adverbs that make of one deed a habit, a memory, or none at all. */
export const unreal = words(
  'never almost nearly always often once sometimes ever not perhaps rarely seldom usually hardly scarcely long',
);
