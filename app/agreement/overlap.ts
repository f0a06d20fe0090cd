import { cohensKappa } from './cohen.ts';
import { type Measured, notComputable } from './measured.ts';

/** Words of a text, `[start, end)`. */
export interface Range {
  start: number;
  end: number;
}

/** How the spans of two coders lie on each other; numbers of texts can be added up. */
export interface Overlap {
  /** Spans of each. */
  one: number;
  other: number;
  /** Spans of both that begin and end at the same places, each counted once. */
  exact: number;
  /** Spans of each that share at least one character with one of the other's. */
  oneMet: number;
  otherMet: number;
  /** Characters that each covers, and both do. */
  inOne: number;
  inOther: number;
  inBoth: number;
  /** Characters of the texts that are known. */
  length: number;
  /** All texts are known; else nothing can be said of the characters that nobody marked. */
  complete: boolean;
}

export const NO_OVERLAP: Overlap = {
  one: 0,
  other: 0,
  exact: 0,
  oneMet: 0,
  otherMet: 0,
  inOne: 0,
  inOther: 0,
  inBoth: 0,
  length: 0,
  complete: true,
};

/** @param length characters of the text; null where it is not at hand */
export function overlapOf(one: readonly Range[], other: readonly Range[], length: number | null): Overlap {
  const [mine, theirs] = [joined(one), joined(other)];
  return {
    one: one.length,
    other: other.length,
    exact: samePlaces(one, other),
    oneMet: one.filter((range) => touches(range, theirs)).length,
    otherMet: other.filter((range) => touches(range, mine)).length,
    inOne: covered(mine),
    inOther: covered(theirs),
    inBoth: shared(mine, theirs),
    length: length ?? 0,
    complete: length !== null,
  };
}

export function added(a: Overlap, b: Overlap): Overlap {
  return {
    one: a.one + b.one,
    other: a.other + b.other,
    exact: a.exact + b.exact,
    oneMet: a.oneMet + b.oneMet,
    otherMet: a.otherMet + b.otherMet,
    inOne: a.inOne + b.inOne,
    inOther: a.inOther + b.inOther,
    inBoth: a.inBoth + b.inBoth,
    length: a.length + b.length,
    complete: a.complete && b.complete,
  };
}

/**
 * The F-measure of spans at the very same places: `2 × same ÷ (one + other)`. It is what positive specific agreement, and
 * with it kappa, comes to where the places that nobody marked cannot be counted (G. Hripcsak and A. S. Rothschild,
 * Agreement, the F-measure, and reliability in information retrieval, JAMIA 12(3), 2005, 296-298).
 */
export function exactF({ one, other, exact }: Overlap): Measured {
  return share(2 * exact, one + other);
}

/** The harmonic mean of how many of the one's spans meet one of the other's, and how many of the other's one of the one's. */
export function overlapF({ one, other, oneMet, otherMet }: Overlap): Measured {
  if (one + other === 0) return notComputable('no-spans');
  if (oneMet === 0 || otherMet === 0) return { kind: 'value', value: 0, interval: null };
  const [a, b] = [oneMet / one, otherMet / other];
  return { kind: 'value', value: (2 * a * b) / (a + b), interval: null };
}

/** Characters that both marked, of those that either did (P. Jaccard 1901). */
export function jaccard({ inOne, inOther, inBoth }: Overlap): Measured {
  return share(inBoth, inOne + inOther - inBoth);
}

/**
 * Cohen's kappa with each character of the texts as a unit, marked or not. Characters are not independent of their
 * neighbours, so it has no interval.
 */
export function characterKappa({ one, other, inOne, inOther, inBoth, length, complete }: Overlap): Measured {
  if (one + other === 0) return notComputable('no-spans');
  if (!complete) return notComputable('no-text');
  const counts = [
    [inBoth, inOne - inBoth],
    [inOther - inBoth, length - inOne - inOther + inBoth],
  ];
  const kappa = cohensKappa({ categories: ['marked', 'not'], counts, units: length });
  return kappa.kind === 'value' ? { kind: 'value', value: kappa.value, interval: null } : kappa;
}

function share(part: number, whole: number): Measured {
  return whole === 0 ? notComputable('no-spans') : { kind: 'value', value: part / whole, interval: null };
}

/** In order, without overlaps among themselves. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function samePlaces(one: readonly Range[], other: readonly Range[]): number {
  const left = new Map<string, number>();
  for (const { start, end } of one) left.set(`${start} ${end}`, (left.get(`${start} ${end}`) ?? 0) + 1);
  let same = 0;
  for (const { start, end } of other) {
    const count = left.get(`${start} ${end}`) ?? 0;
    if (count === 0) continue;
    left.set(`${start} ${end}`, count - 1);
    same += 1;
  }
  return same;
}

function touches({ start, end }: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range.start < end && start < range.end);
}

function covered(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Both are `joined`. */
function shared(one: readonly Range[], other: readonly Range[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] as Range, other[j] as Range];
    sum += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    if (a.end <= b.end) i += 1;
    else j += 1;
  }
  return sum;
}
