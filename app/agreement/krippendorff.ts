import { bootstrapInterval } from './bootstrap.ts';
import { type NotComputable, notComputable, type Value } from './measured.ts';
import { codesOf, type Ratings, type Tallies, talliesOf, timesOf } from './ratings.ts';

/** What the values say about each other. `ordinal`: they have an order; `interval`: and differences; `ratio`: and a zero. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export interface KrippendorffsAlpha extends Value {
  /** Units that at least two coders rated, and the ratings of these. */
  units: number;
  values: number;
}

/**
 * Krippendorff's alpha of any number of coders, not all of whom need to have rated all units (K. Krippendorff, Computing
 * Krippendorff's Alpha-Reliability, 2011; Content Analysis, 4th edition 2019, chapter 12). A unit that fewer than two
 * coders rated says nothing and is left out. With a seed it has the interval of `bootstrapInterval`: units are
 * resampled, not single disagreements as in Krippendorff's own algorithm.
 */
export function krippendorffsAlpha(
  ratings: Ratings<number>,
  level: Level,
  seed: number | null = null,
): KrippendorffsAlpha | NotComputable {
  if (ratings.length === 0) return notComputable('no-units');
  const distinct = new Set(ratings.flatMap((unit) => unit.filter((value) => value !== null)));
  const values = [...distinct].sort((a, b) => a - b);
  const places = new Map(values.map((value, place) => [value, place]));
  const codes = ratings.map((unit) => unit.map((value) => (value === null ? -1 : (places.get(value) ?? -1))));
  const tallies = talliesOf(codes);
  if (tallies.units.length === 0) return notComputable('no-pairs');
  const alphaOf = (times: Float64Array) => alpha(tallies, times, values, level);
  const value = alphaOf(timesOf(tallies));
  if (value === null) return notComputable('one-category');
  const interval = seed === null ? null : bootstrapInterval(tallies, seed, alphaOf);
  const given = tallies.units.reduce((sum, kind) => sum + ratingsIn(tallies, kind), 0);
  return { kind: 'value', value, interval, units: tallies.units.length, values: given };
}

/** Of categories that say nothing about each other. */
export function nominalAlpha(
  ratings: Ratings<string>,
  seed: number | null = null,
): KrippendorffsAlpha | NotComputable {
  const { codes } = codesOf(ratings);
  const numbered = codes.map((unit) => unit.map((code) => (code < 0 ? null : code)));
  return krippendorffsAlpha(numbered, 'nominal', seed);
}

function ratingsIn({ kinds }: Tallies, kind: number): number {
  return (kinds[kind] ?? []).reduce((sum, [, given]) => sum + given, 0);
}

/** null where all pairable values are the same: nothing varies that could be disagreed about. */
function alpha(
  tallies: Tallies,
  times: Float64Array,
  values: readonly number[],
  level: Level,
): number | null {
  const { kinds } = tallies;
  const totals = new Float64Array(values.length);
  let total = 0;
  kinds.forEach((tally, kind) => {
    for (const [code, given] of tally) {
      const weight = given * (times[kind] as number);
      totals[code] = (totals[code] as number) + weight;
      total += weight;
    }
  });
  const difference = differenceOf(level, values, totals);
  let observed = 0;
  kinds.forEach((tally, kind) => {
    const weight = times[kind] as number;
    if (weight === 0 || tally.length < 2) return;
    const pairs = ratingsIn(tallies, kind) - 1;
    for (const [one, given] of tally)
      for (const [other, othersGiven] of tally)
        if (one < other) observed += (2 * weight * given * othersGiven * difference(one, other)) / pairs;
  });
  let expected = 0;
  for (let one = 0; one < values.length; one += 1)
    for (let other = one + 1; other < values.length; other += 1)
      expected += 2 * (totals[one] as number) * (totals[other] as number) * difference(one, other);
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

/** The squared difference of two values by their places among `values`, which ascend. */
function differenceOf(
  level: Level,
  values: readonly number[],
  totals: Float64Array,
): (one: number, other: number) => number {
  const valueAt = (place: number) => values[place] as number;
  switch (level) {
    case 'nominal':
      return (one, other) => (one === other ? 0 : 1);
    case 'interval':
      return (one, other) => (valueAt(one) - valueAt(other)) ** 2;
    case 'ratio':
      return (one, other) => {
        const sum = valueAt(one) + valueAt(other);
        return sum === 0 ? 0 : ((valueAt(one) - valueAt(other)) / sum) ** 2;
      };
    case 'ordinal': {
      // The ratings between two values, with half of those at either end.
      const upTo = new Float64Array(values.length + 1);
      totals.forEach((count, place) => {
        upTo[place + 1] = (upTo[place] as number) + count;
      });
      const middle = (place: number) => ((upTo[place] as number) + (upTo[place + 1] as number)) / 2;
      return (one, other) => (middle(one) - middle(other)) ** 2;
    }
    default:
      return assertNever(level);
  }
}

function assertNever(level: never): never {
  throw new Error(`not a level of measurement: ${level}`);
}
