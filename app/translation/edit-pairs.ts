import type { Range } from '../text/boundaries.ts';
import { type PairRanges, pairCost } from './align.ts';

/**
 * What a person does to pairs. Every function keeps them monotone and total: it only moves borders, so that the
 * sentences of either side, read in order, are the same before and after, but for one that was cut in two.
 */
export type Pairs = readonly PairRanges[];
export type Side = keyof PairRanges;

/** A pair and the one behind it as one. */
export function join(pairs: Pairs, index: number): Pairs {
  const [one, other] = [pairs[index], pairs[index + 1]];
  if (!one || !other) return pairs;
  const joined = {
    original: [...one.original, ...other.original],
    translation: [...one.translation, ...other.translation],
  };
  return pairs.toSpliced(index, 2, joined);
}

/** The first sentence of one side goes to the pair before, or the last one to the pair behind. */
export function shift(pairs: Pairs, index: number, side: Side, by: -1 | 1): Pairs {
  const pair = pairs[index];
  const moved = pair?.[side].at(by < 0 ? 0 : -1);
  if (!pair || !moved) return pairs;
  const rest = { ...pair, [side]: by < 0 ? pair[side].slice(1) : pair[side].slice(0, -1) };
  const target = pairs[index + by] ?? NONE;
  const grown = { ...target, [side]: by < 0 ? [...target[side], moved] : [moved, ...target[side]] };
  const from = Math.max(0, Math.min(index, index + by));
  const removed = pairs[index + by] ? 2 : 1;
  const changed = (by < 0 ? [grown, rest] : [rest, grown]).filter((each) => !isEmpty(each));
  return pairs.toSpliced(from, removed, ...changed);
}

/** Where a pair is cut: UTF-16 units of the story's text; what begins there belongs to the second half. */
export interface Cut {
  original: number;
  translation: number;
}

/** A pair as two. A sentence that the cut goes through is cut too. A cut that leaves a half empty changes nothing. */
export function split(text: string, pairs: Pairs, index: number, cut: Cut): Pairs {
  const pair = pairs[index];
  if (!pair) return pairs;
  const halves = halvesOf(text, pair, cut);
  return halves.some(isEmpty) ? pairs : pairs.toSpliced(index, 1, ...halves);
}

/**
 * Where to cut a pair: at a position that a person chose on one side, and where the other side fits that best; or,
 * without one, between the sentences where both halves fit best. A pair of single sentences comes apart.
 */
export function suggestedCut(text: string, pair: PairRanges, position: number | null): Cut {
  const side = position === null ? null : sideAt(pair, position);
  const borders = (which: Side) => [
    ...pair[which].map(({ start }) => start),
    ...pair[which].slice(-1).map(({ end }) => end),
    ...(pair[which].length === 0 ? [0] : []),
  ];
  const originals = side === 'original' && position !== null ? [position] : borders('original');
  const translations = side === 'translation' && position !== null ? [position] : borders('translation');
  let best: { cut: Cut; cost: number } | null = null;
  for (const original of originals) {
    for (const translation of translations) {
      const cut = { original, translation };
      const halves = halvesOf(text, pair, cut);
      if (halves.some(isEmpty)) continue;
      const cost = halves.reduce((sum, half) => sum + pairCost(text, half), 0);
      if (best === null || cost < best.cost) best = { cut, cost };
    }
  }
  return best?.cut ?? { original: 0, translation: 0 };
}

/** The side of a pair that a position of the text lies in; null for none. */
export function sideAt(pair: PairRanges, position: number): Side | null {
  for (const side of ['original', 'translation'] as const) {
    const [first, last] = [pair[side][0], pair[side].at(-1)];
    if (first && last && first.start <= position && position < last.end) return side;
  }
  return null;
}

const NONE: PairRanges = { original: [], translation: [] };
const isEmpty = ({ original, translation }: PairRanges) => original.length + translation.length === 0;

function halvesOf(text: string, pair: PairRanges, cut: Cut): [PairRanges, PairRanges] {
  const original = cutAt(text, pair.original, cut.original);
  const translation = cutAt(text, pair.translation, cut.translation);
  return [
    { original: original[0], translation: translation[0] },
    { original: original[1], translation: translation[1] },
  ];
}

function cutAt(text: string, ranges: readonly Range[], at: number): [Range[], Range[]] {
  const before: Range[] = [];
  const behind: Range[] = [];
  for (const { start, end } of ranges) {
    if (end <= at) before.push({ start, end });
    else if (start >= at) behind.push({ start, end });
    else {
      const left = text.slice(start, at).trimEnd().length;
      const right = text.slice(at, end).trimStart().length;
      if (left > 0) before.push({ start, end: start + left });
      if (right > 0) behind.push({ start: end - right, end });
    }
  }
  return [before, behind];
}
