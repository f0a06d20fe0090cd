import { type Cues, cuesOf, type TermPair } from './cues.ts';
import type { matchesOf } from './matches.ts';
import type { Versions } from './versions.ts';

/** Variance of a translation's length, a letter; more than Gale and Church's 6.8, as the languages are further apart. */
const VARIANCE = 18;
/** The most that lengths alone may say against a pair. */
const MOST_FOR_LENGTH = 9;
/** A time code, or a number, that the other side of the pair does not have. */
const LONELY_CODE = 5;
const LONELY_NUMBER = 0.5;
/** What counts of the lesser diagonal, where two sentences stand for two. */
const SECOND_DIAGONAL = 0.3;

/** What there is to be told of the sentences of both sides. */
export interface Sides {
  original: readonly Cues[];
  translation: readonly Cues[];
}

export type Matches = ReturnType<typeof matchesOf>;
/** What it costs, in nats, that `a` sentences from `i` on and `b` sentences from `j` on are a pair. */
export type Cost = (i: number, j: number, a: number, b: number) => number;

export function sidesOf({ text, original, translation }: Versions, terms: readonly TermPair[]): Sides {
  return {
    original: original.map(({ start, end }) => cuesOf(text.slice(start, end), terms, 'original')),
    translation: translation.map(({ start, end }) => cuesOf(text.slice(start, end), terms, 'translation')),
  };
}

/** What it costs that sentences `i` to `i + a` and `j` to `j + b` are a pair, beside how rare such a pair is. */
export function costsOf({ original, translation }: Sides, matches: Matches): Cost {
  const codes = (cues: Cues) => cues.exact.filter(({ kind }) => kind === 'time-code').length;
  const numbers = (cues: Cues) => cues.exact.filter(({ kind }) => kind === 'number').length;
  const from = original.map((cues) => ({ length: cues.length, codes: codes(cues), numbers: numbers(cues) }));
  const to = translation.map((cues) => ({ length: cues.length, codes: codes(cues), numbers: numbers(cues) }));
  return (i, j, a, b) => {
    if (a === 0 || b === 0) return 0;
    const one = { length: 0, codes: 0, numbers: 0 };
    const other = { length: 0, codes: 0, numbers: 0 };
    for (let k = i; k < i + a; k += 1) addTo(one, from[k]);
    for (let k = j; k < j + b; k += 1) addTo(other, to[k]);
    // Two sentences for two: what both have in common on either side of the diagonal is one thing, not two.
    const gains = [0, 0];
    let lonelyCodes = one.codes + other.codes;
    let lonelyNumbers = one.numbers + other.numbers;
    for (let k = i; k < i + a; k += 1) {
      for (let l = j; l < j + b; l += 1) {
        const cell = matches.get(k, l);
        if (!cell) continue;
        const diagonal = a === 2 && b === 2 ? (k - i + l - j) % 2 : 0;
        gains[diagonal] = (gains[diagonal] as number) + cell.gain;
        lonelyCodes -= 2 * cell.codes;
        lonelyNumbers -= 2 * cell.numbers;
      }
    }
    const gain = Math.max(...gains) + Math.min(...gains) * SECOND_DIAGONAL;
    return (
      lengthCost(one.length, other.length) -
      gain +
      LONELY_CODE * Math.max(0, lonelyCodes) +
      LONELY_NUMBER * Math.max(0, lonelyNumbers)
    );
  };
}

function addTo(
  sum: { length: number; codes: number; numbers: number },
  one: { length: number; codes: number; numbers: number } | undefined,
): void {
  sum.length += one?.length ?? 0;
  sum.codes += one?.codes ?? 0;
  sum.numbers += one?.numbers ?? 0;
}

/** How unlikely it is that lengths differ this much by chance, in nats. */
export function lengthCost(one: number, other: number): number {
  const mean = (one + other) / 2;
  if (mean === 0) return 0;
  const delta = Math.abs(one - other) / Math.sqrt(VARIANCE * mean);
  return Math.min(MOST_FOR_LENGTH, -Math.log(Math.max(1e-9, 2 * upperTail(delta))));
}

/** 1 − Φ(x), by formula 26.2.17 of Abramowitz and Stegun, Handbook of Mathematical Functions. */
function upperTail(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
