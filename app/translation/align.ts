import type { Range } from '../text/boundaries.ts';
import { bestPath, GAP, MOVES } from './best-path.ts';
import type { CueKind, Cues, TermPair } from './cues.ts';
import { type Cell, matchesOf } from './matches.ts';
import { costsOf, lengthCost, type Matches, type Sides, sidesOf } from './pair-costs.ts';
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
