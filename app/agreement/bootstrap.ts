import type { Interval } from './measured.ts';
import { randomFrom, wholeBelow } from './random.ts';
import type { Tallies } from './ratings.ts';

/** Resamples of an interval; more of them move its bounds by less than their second digit. */
const RESAMPLES = 1000;

/**
 * The percentile interval of a measure (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): units
 * are drawn with replacement, as many as there are, and the middle 95 % of what the measure comes to is taken.
 * `measure` gets how many units of each tally were drawn; null where it cannot be computed of them. null where that
 * happens in more than one draw of twenty (what is left would flatter), or where all draws come to the same.
 */
export function bootstrapInterval(
  { kinds, units }: Tallies,
  seed: number,
  measure: (times: Float64Array) => number | null,
): Interval | null {
  const random = randomFrom(seed);
  const values: number[] = [];
  const times = new Float64Array(kinds.length);
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    times.fill(0);
    for (let draw = 0; draw < units.length; draw += 1) {
      const kind = units[wholeBelow(random, units.length)] as number;
      times[kind] = (times[kind] as number) + 1;
    }
    const value = measure(times);
    if (value !== null) values.push(value);
  }
  if (values.length < RESAMPLES * 0.95) return null;
  values.sort((a, b) => a - b);
  const [low, high] = [quantile(values, 0.025), quantile(values, 0.975)];
  return high - low < 1e-9 ? null : { low, high };
}

/** Of sorted values, between the two nearest. */
function quantile(values: readonly number[], share: number): number {
  const at = share * (values.length - 1);
  const [below, above] = [values[Math.floor(at)] as number, values[Math.ceil(at)] as number];
  return below + (above - below) * (at - Math.floor(at));
}
