import { type Decimal, product, shifted, sum, ZERO } from './decimal.ts';
import type { Numeral } from './japanese-numeral.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** Powers of ten; short forms stand right behind digits only. */
export const MAGNITUDES: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  mn: 6,
  mln: 6,
  billion: 9,
  bn: 9,
  bln: 9,
  trillion: 12,
  tn: 12,
  trn: 12,
};
const DOZEN: Decimal = { digits: 12n, places: 0 };
const word = `(?:${[...ONES, ...TENS].sort((a, b) => b.length - a.length).join('|')})`;
const scale = '(?:hundred|thousand|million|billion|trillion|dozen)';

/** A numeral in words: `twenty-five`, `two hundred and fifty million`, `a dozen`, `half a million`. To be used with `i`. */
export const ENGLISH_NUMERAL = `(?:half\\s+an?\\s+(?:million|billion|trillion|dozen)|(?:an?\\s+${scale}|${word})(?:[\\s-]+(?:and\\s+)?(?:${word}|${scale}))*)(?![a-z])`;

/** Reads what `ENGLISH_NUMERAL` found. null where the words make no number: `seven eleven`. */
export function englishNumeral(written: string): Numeral | null {
  const words = written
    .toLowerCase()
    .split(/[\s-]+/u)
    .filter((each) => each !== 'and');
  if (words[0] === 'half') {
    const whole = magnitudeOf(words.at(-1) ?? '');
    return (
      whole && { value: product(whole.unit, { digits: 5n, places: 1 }), place: whole.power, scaled: true }
    );
  }
  let total = ZERO;
  let section: Decimal | null = null;
  let place = 0;
  let scaled = false;
  /** The last word was a ten, which a one may follow. */
  let room = Number.POSITIVE_INFINITY;
  let before = Number.POSITIVE_INFINITY;
  for (const each of words) {
    if (each === 'a' || each === 'an') {
      section = { digits: 1n, places: 0 };
      room = 0;
      continue;
    }
    const magnitude = magnitudeOf(each);
    if (magnitude) {
      if (section === null || magnitude.power >= before) return null;
      if (each === 'hundred') {
        section = product(section, magnitude.unit);
        room = 100;
      } else {
        total = sum(total, product(section, magnitude.unit));
        before = magnitude.power;
        section = null;
        room = Number.POSITIVE_INFINITY;
      }
      scaled = true;
      place = magnitude.power;
      continue;
    }
    const ones = ONES.indexOf(each);
    const value = ones >= 0 ? ones : (TENS.indexOf(each) + 2) * 10;
    if (value >= room) return null;
    section = sum(section ?? ZERO, { digits: BigInt(value), places: 0 });
    room = value >= 20 ? 10 : 0;
    place = 0;
  }
  return { value: sum(total, section ?? ZERO), place, scaled };
}

function magnitudeOf(each: string): { unit: Decimal; power: number } | null {
  if (each === 'dozen') return { unit: DOZEN, power: 1 };
  const power = MAGNITUDES[each];
  return power === undefined ? null : { unit: shifted({ digits: 1n, places: 0 }, power), power };
}
