import { linksIn, mediaIn } from '../text/marks.ts';
import { numbersIn } from '../translation/numbers.ts';

/** A figure that two texts put differently in the same place: `死者3人` and `死者5人`. */
export interface FigureChange {
  /** The words around it, as the first text has them, with `…` for the figure. */
  around: string;
  one: string;
  other: string;
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const FIGURE = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu;
const WITH_SCALE = new RegExp(
  `(?:(?:${FIGURE.source})\\s?[千万億兆]+)+(?:${FIGURE.source})?|(?:${FIGURE.source})(?:\\s(?:hundred|thousand|million|billion|trillion)\\b)?`,
  'giu',
);
/** Joins what is said: は in 死者は3人. */
const PARTICLE =
  /^[\p{Script=Hiragana}ー]{1,3}$|^(?:the|a|an|of|to|in|at|is|are|was|were|that|about|some|only)$/iu;
const IS_WORD = /[\p{L}]/u;
/** How far words around a figure reach. In UTF-16 units. */
const NEAR = 24;
const MOST_CHANGES = 20;

interface Place {
  figure: string;
  value: string;
  before: string;
  after: string;
}

/** The figures that two texts put differently between the same words, in the order of the first text. */
export function changedFigures(one: string, other: string): FigureChange[] {
  const [places, others] = [placesOf(one), placesOf(other)];
  const known = new Map<string, Place[]>();
  for (const place of others) {
    const key = keyOf(place);
    const list = known.get(key);
    if (list) list.push(place);
    else known.set(key, [place]);
  }
  const changes = new Map<string, FigureChange>();
  for (const place of places) {
    const counterparts = known.get(keyOf(place)) ?? [];
    // The same words may have several figures: only one that the other text does not have there at all is another.
    const [counterpart] = counterparts;
    if (counterpart === undefined || counterparts.some(({ value }) => value === place.value)) continue;
    const around = `${place.before}…${place.after}`;
    if (!changes.has(around)) changes.set(around, { around, one: place.figure, other: counterpart.figure });
    if (changes.size === MOST_CHANGES) break;
  }
  return [...changes.values()];
}

const keyOf = ({ before, after }: Place) => `${before.toLowerCase()}\0${after.toLowerCase()}`;

/** Only figures with words on both sides: a lone one says nothing. */
function placesOf(text: string): Place[] {
  const said = [...linksIn(text), ...mediaIn(text)]
    .reduce((rest, mark) => rest.replaceAll(mark, ' '), text)
    .normalize('NFKC');
  const places: Place[] = [];
  for (const { 0: figure, index } of said.matchAll(WITH_SCALE)) {
    const end = index + figure.length;
    const wordsBefore = wordsOf(said.slice(Math.max(0, index - NEAR), index));
    const at = wordsBefore.findLastIndex((word) => !PARTICLE.test(word));
    const [after] = wordsOf(said.slice(end, end + NEAR));
    if (at === -1 || after === undefined) continue;
    // The 費 of 修復費 is a word to the platform, and not to a reader.
    const last = wordsBefore[at] as string;
    const before = last.length === 1 ? `${wordsBefore[at - 1] ?? ''}${last}` : last;
    places.push({ figure, value: numbersIn(figure)[0]?.value ?? figure, before, after });
  }
  return places;
}

function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of words.segment(text))
    if (isWordLike === true && IS_WORD.test(segment)) found.push(segment);
  return found;
}
