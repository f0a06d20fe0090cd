import type { Range } from '../text/boundaries.ts';
import { type CueKind, type Cues, cuesOf, type TermPair } from './cues.ts';
import { type Cell, matchesOf } from './matches.ts';
import type { Versions } from './versions.ts';

export type { TermPair } from './cues.ts';

/** Why two sides are taken for each other's counterpart: the words on either side that say the same. */
export interface PairReason {
  /** `length`: both say about as much; then the words are the lengths in letters. */
  kind: CueKind | 'length';
  original: string;
  translation: string;
}

/**
 * Sentences that translate each other: ranges in UTF-16 units of the story's text, in order. One side may be empty:
 * nothing translates these, or these translate nothing.
 */
export interface PairRanges {
  original: readonly Range[];
  translation: readonly Range[];
}

export interface AlignedPair extends PairRanges {
  /** 0 to 1: how much speaks for the pair. For choosing what to look at first, not a probability. */
  score: number;
  reasons: readonly PairReason[];
}

/** What a sentence costs that the other side does not have. */
const GAP = 3.4;
/**
 * How many sentences a pair takes from either side, and what that costs, in nats: −log of how often it happens. After
 * table 5 of Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (Computational Linguistics 19(1),
 * 1993, https://aclanthology.org/J93-1004/), where three for one is not foreseen; Japanese does that to long sentences.
 */
const MOVES: readonly (readonly [original: number, translation: number, cost: number])[] = [
  [1, 1, 0.1],
  // In this order, so that of two gaps side by side the original's comes first.
  [0, 1, GAP],
  [1, 0, GAP],
  [1, 2, 2.6],
  [2, 1, 2.6],
  [2, 2, 4.6],
  [1, 3, 5],
  [3, 1, 5],
];
/** Variance of a translation's length, a letter; more than Gale and Church's 6.8, as the languages are further apart. */
const VARIANCE = 18;
/** The most that lengths alone may say against a pair. */
const MOST_FOR_LENGTH = 9;
/** A time code, or a number, that the other side of the pair does not have. */
const LONELY_CODE = 5;
const LONELY_NUMBER = 0.5;
/** What counts of the lesser diagonal, where two sentences stand for two. */
const SECOND_DIAGONAL = 0.3;
/** Cells that are looked at in full; in a larger table only those near the diagonal. */
const ALL_CELLS = 1_000_000;
const BAND = 250;

/**
 * Pairs the sentences of an original and its translation: monotone, and total: every sentence is in exactly one pair.
 * By dynamic programming over what lengths, time codes, numbers, links, signs and names say (Gale and Church, with the
 * lexical cues that Wu added for a language in another script: "Aligning a Parallel English–Chinese Corpus
 * Statistically with Lexical Criteria", 1994, https://aclanthology.org/P94-1012/).
 */
export function align(versions: Versions, terms: readonly TermPair[] = []): AlignedPair[] {
  const { original, translation } = versions;
  const sides = sidesOf(versions, terms);
  const table = matchesOf(sides.original, sides.translation);
  const costs = costsOf(sides, table);
  return bestPath(original.length, translation.length, costs).map(({ i, j, a, b, cost }) => ({
    original: original.slice(i, i + a),
    translation: translation.slice(j, j + b),
    score: a === 0 || b === 0 ? 0 : 1 / (1 + Math.exp((cost - 3) / 1.5)),
    reasons: a === 0 || b === 0 ? [] : reasonsOf(sides, table, i, j, a, b),
  }));
}

/** Why a pair that a person made may be one. */
export function reasonsFor(text: string, pair: PairRanges, terms: readonly TermPair[] = []): PairReason[] {
  if (pair.original.length === 0 || pair.translation.length === 0) return [];
  const sides = sidesOf({ text, ...pair }, terms);
  const table = matchesOf(sides.original, sides.translation);
  return reasonsOf(sides, table, 0, 0, pair.original.length, pair.translation.length);
}

/** What speaks against a pair, in nats: for choosing between two ways to cut one. */
export function pairCost(text: string, pair: PairRanges): number {
  const [a, b] = [pair.original.length, pair.translation.length];
  const sides = sidesOf({ text, ...pair }, []);
  const rarity = MOVES.find(([one, other]) => one === a && other === b)?.[2] ?? GAP * Math.max(a, b);
  return rarity + costsOf(sides, matchesOf(sides.original, sides.translation))(0, 0, a, b);
}

function sidesOf({ text, original, translation }: Versions, terms: readonly TermPair[]): Sides {
  return {
    original: original.map(({ start, end }) => cuesOf(text.slice(start, end), terms, 'original')),
    translation: translation.map(({ start, end }) => cuesOf(text.slice(start, end), terms, 'translation')),
  };
}

interface Sides {
  original: readonly Cues[];
  translation: readonly Cues[];
}
type Matches = ReturnType<typeof matchesOf>;
type Cost = (i: number, j: number, a: number, b: number) => number;
interface Step {
  i: number;
  j: number;
  a: number;
  b: number;
  cost: number;
}

/** What it costs that sentences `i` to `i + a` and `j` to `j + b` are a pair, beside how rare such a pair is. */
function costsOf({ original, translation }: Sides, matches: Matches): Cost {
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
function lengthCost(one: number, other: number): number {
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

/** The cheapest way through the table, from its first corner to its last. */
function bestPath(rows: number, columns: number, costOf: Cost): Step[] {
  const width = columns + 1;
  const isNear =
    (rows + 1) * width <= ALL_CELLS
      ? () => true
      : (i: number, j: number) => Math.abs(i * columns - j * rows) <= BAND * Math.max(rows, columns);
  const best = new Map<number, { total: number; move: number }>([[0, { total: 0, move: -1 }]]);
  for (let i = 0; i <= rows; i += 1) {
    for (let j = 0; j <= columns; j += 1) {
      if ((i === 0 && j === 0) || !isNear(i, j)) continue;
      let found: { total: number; move: number } | null = null;
      for (const [move, [a, b, rarity]] of MOVES.entries()) {
        const before = i >= a && j >= b ? best.get((i - a) * width + j - b) : undefined;
        if (!before) continue;
        const total = before.total + rarity + costOf(i - a, j - b, a, b);
        if (found === null || total < found.total) found = { total, move };
      }
      if (found) best.set(i * width + j, found);
    }
  }
  const steps: Step[] = [];
  for (let i = rows, j = columns; i > 0 || j > 0; ) {
    const { move } = best.get(i * width + j) as { move: number };
    const [a, b, rarity] = MOVES[move] as (typeof MOVES)[number];
    i -= a;
    j -= b;
    steps.unshift({ i, j, a, b, cost: rarity + costOf(i, j, a, b) });
  }
  return steps;
}

/** What speaks for a pair, the strongest first; each thing once. */
function reasonsOf(
  { original, translation }: Sides,
  matches: Matches,
  i: number,
  j: number,
  a: number,
  b: number,
): PairReason[] {
  const found: Cell['reasons'][number][] = [];
  for (let k = i; k < i + a; k += 1) {
    for (let l = j; l < j + b; l += 1) found.push(...(matches.get(k, l)?.reasons ?? []));
  }
  const reasons = found
    .sort((one, other) => other.gain - one.gain)
    .map(({ kind, original, translation }): PairReason => ({ kind, original, translation }))
    .filter(
      (reason, index, all) =>
        all.findIndex(({ kind, original }) => kind === reason.kind && original === reason.original) === index,
    );
  const sum = (cues: readonly Cues[]) => Math.round(cues.reduce((total, { length }) => total + length, 0));
  const [one, other] = [sum(original.slice(i, i + a)), sum(translation.slice(j, j + b))];
  if (lengthCost(one, other) < 1)
    reasons.push({ kind: 'length', original: String(one), translation: String(other) });
  return reasons;
}
