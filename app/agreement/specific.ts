import { type Measured, notComputable } from './measured.ts';
import { talliesOf, timesOf } from './ratings.ts';

/** How many pairs of ratings of the same unit are the same: percent agreement, as a share. No word of chance in it. */
export function pairwiseAgreement(codes: readonly (readonly number[])[]): Measured {
  const [same, all] = pairsOf(codes, null);
  return all === 0 ? notComputable('no-pairs') : { kind: 'value', value: same / all, interval: null };
}

/**
 * Where somebody gave this category, how often another coder gave it too: positive specific agreement (J. L. Fleiss,
 * Statistical Methods for Rates and Proportions, 2nd edition 1981, section 13.1; of two coders it is Dice's coefficient,
 * 2 × both ÷ (one + other)). It says which categories a kappa is low for, and does not grow by what nobody gave.
 */
export function specificAgreement(codes: readonly (readonly number[])[], category: number): Measured {
  const [same, all] = pairsOf(codes, category);
  return all === 0 ? notComputable('no-pairs') : { kind: 'value', value: same / all, interval: null };
}

/** Ordered pairs of ratings of one unit, the first of them of `category` (null: of any): agreeing ones, and all. */
function pairsOf(codes: readonly (readonly number[])[], category: number | null): [number, number] {
  const tallies = talliesOf(codes);
  let [same, all] = [0, 0];
  timesOf(tallies).forEach((times, kind) => {
    const tally = tallies.kinds[kind] ?? [];
    const given = tally.reduce((sum, [, count]) => sum + count, 0);
    for (const [code, count] of tally) {
      if (category !== null && code !== category) continue;
      same += times * count * (count - 1);
      all += times * count * (given - 1);
    }
  });
  return [same, all];
}
