import { type Decimal, decimalOf, shifted, sum, ZERO } from './decimal.ts';

const DIGITS = '〇一二三四五六七八九';
const SMALL: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };
const LARGE: Readonly<Record<string, number>> = { 万: 4, 億: 8, 兆: 12, 京: 16 };

export interface Numeral {
  value: Decimal;
  /** The power of ten of the last place that was written out: 8 in 168億, 7 in 1.5億, 0 in 168. */
  place: number;
  /** 万, 億 or the like was written. */
  scaled: boolean;
}

const TOKEN = /\d[\d,]*(?:\.\d+)?|[〇一二三四五六七八九十百千万億兆京]/gu;

/**
 * Reads a Japanese numeral: 三百二十万, 3万5000, 1.5億, 二〇二五, 5千万. Full width is narrowed before. null where it is
 * none, such as 2万3億.
 */
export function japaneseNumeral(written: string): Numeral | null {
  let total = ZERO;
  let section = ZERO;
  let current: Decimal | null = null;
  let positional = false;
  let smallBefore = 4;
  let largeBefore = 20;
  let place = 0;
  let scaled = false;
  for (const [token] of written.matchAll(TOKEN)) {
    const digit = DIGITS.indexOf(token);
    if (digit >= 0) {
      if (current !== null && !positional) return null;
      current = sum(shifted(current ?? ZERO, 1), { digits: BigInt(digit), places: 0 });
      positional = true;
      place = 0;
    } else if (token in SMALL) {
      const power = SMALL[token] as number;
      if (power >= smallBefore) return null;
      section = sum(section, shifted(current ?? { digits: 1n, places: 0 }, power));
      place = power - (current?.places ?? 0);
      smallBefore = power;
      current = null;
      positional = false;
    } else if (token in LARGE) {
      const power = LARGE[token] as number;
      if (power >= largeBefore) return null;
      const counted: Decimal = sum(section, current ?? ZERO);
      if (counted.digits === 0n) return null;
      total = sum(total, shifted(counted, power));
      place = power + (current === null ? place : -current.places);
      largeBefore = power;
      smallBefore = 4;
      section = ZERO;
      current = null;
      positional = false;
      scaled = true;
    } else {
      if (current !== null) return null;
      current = decimalOf(token);
      positional = false;
      place = -current.places;
    }
  }
  // What is left behind a large unit has to be smaller than it: 3万5000, not 3万50000.
  const rest = sum(section, current ?? ZERO);
  if (scaled && rest.digits >= 10n ** BigInt(largeBefore + rest.places)) return null;
  return { value: sum(total, rest), place, scaled };
}
