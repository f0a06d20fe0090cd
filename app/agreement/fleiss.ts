import { bootstrapInterval } from './bootstrap.ts';
import { type NotComputable, notComputable, type Value } from './measured.ts';
import { type Tallies, talliesOf, timesOf } from './ratings.ts';

export interface FleissKappa extends Value {
  observed: number;
  expected: number;
  /** Units that all coders rated; the measure knows no others. */
  units: number;
}

/**
 * Fleiss' kappa of any number of coders (J. L. Fleiss, Measuring nominal scale agreement among many raters,
 * Psychological Bulletin 76, 1971, 378-382). It asks for the same number of ratings of each unit, so units that somebody
 * did not rate are left out. The standard errors of 1971 and 1979 are those of kappa being 0, and no ground for an
 * interval: with a seed it is that of `bootstrapInterval`.
 * @param codes one row a unit, one column a coder, places in the list of categories
 */
export function fleissKappa(
  codes: readonly (readonly number[])[],
  seed: number | null = null,
): FleissKappa | NotComputable {
  const coders = codes[0]?.length ?? 0;
  if (codes.length === 0) return notComputable('no-units');
  if (coders < 2) return notComputable('one-coder');
  const tallies = talliesOf(codes, coders);
  if (tallies.units.length === 0) return notComputable('no-pairs');
  const found = kappaOf(tallies, coders, timesOf(tallies));
  if (found === null) return notComputable('one-category');
  const interval =
    seed === null
      ? null
      : bootstrapInterval(tallies, seed, (times) => kappaOf(tallies, coders, times)?.value ?? null);
  return { kind: 'value', interval, units: tallies.units.length, ...found };
}

/** null where only one category was given: there is nothing that chance could have got wrong. */
function kappaOf(
  { kinds }: Tallies,
  coders: number,
  times: Float64Array,
): { value: number; observed: number; expected: number } | null {
  const totals = new Map<number, number>();
  let [units, agreeing] = [0, 0];
  kinds.forEach((tally, kind) => {
    const weight = times[kind] as number;
    if (weight === 0) return;
    units += weight;
    for (const [category, given] of tally) {
      totals.set(category, (totals.get(category) ?? 0) + weight * given);
      agreeing += weight * given * (given - 1);
    }
  });
  const observed = agreeing / (units * coders * (coders - 1));
  const expected = [...totals.values()].reduce((sum, total) => sum + (total / (units * coders)) ** 2, 0);
  if (1 - expected < 1e-12) return null;
  return { value: (observed - expected) / (1 - expected), observed, expected };
}
