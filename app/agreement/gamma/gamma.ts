import { type NotComputable, notComputable, Z_95 } from '../measured.ts';
import { randomFrom } from '../random.ts';
import { type Continuum, meanUnits, unitsOf } from './continuum.ts';
import { COMBINED, type Dissimilarity } from './dissimilarity.ts';
import { alignMany } from './many-coders.ts';
import { sampled } from './samples.ts';
import { type Aligned, alignTwo } from './two-coders.ts';

/** Samples that are drawn at first. */
const FIRST_SAMPLES = 30;
/** Samples that are drawn at most, whatever the precision that was asked for. */
const MOST_SAMPLES = 1000;

export interface Gamma {
  kind: 'value';
  value: number;
  /** Disorder of the best alignment, and of chance, per span that a coder has on average. */
  observed: number;
  expected: number;
  samples: number;
  /** What the expected disorder may be off by, as a share of it, with a confidence of 95 %. */
  precision: number;
  /** Unitary alignments of the best alignment. */
  unitary: number;
}

/**
 * Gamma, the agreement on where spans are and what they are at once (Y. Mathet, A. Widlöcher and J.-P. Métivier, The
 * unified and holistic method gamma for inter-annotator agreement measure and alignment, Computational Linguistics 41(3),
 * 2015, 437-479). The expected disorder is drawn by chance from `seed`: 30 samples, then as many as it takes for
 * `precision` (section 5.3), 1,000 at most.
 */
export function gamma(
  continuum: Continuum,
  seed: number,
  { by = COMBINED, precision = 0.02 }: { by?: Dissimilarity; precision?: number } = {},
): Gamma | NotComputable {
  if (continuum.coders.length < 2) return notComputable('one-coder');
  if (continuum.coders.every((marked) => marked.length === 0)) return notComputable('no-spans');
  const best = align(continuum, by);
  if (best === null) return notComputable('too-many-together');

  const random = randomFrom(seed);
  const disorders: number[] = [];
  for (let wanted = FIRST_SAMPLES; disorders.length < wanted; ) {
    const sample = sampled(continuum, random);
    const aligned = align(sample, by);
    if (aligned === null) return notComputable('too-many-together');
    disorders.push(aligned.disorder / meanUnits(sample));
    if (disorders.length === FIRST_SAMPLES) {
      const needed = Math.ceil(((variation(disorders) * Z_95) / precision) ** 2);
      wanted = Math.min(MOST_SAMPLES, Math.max(FIRST_SAMPLES, needed));
    }
  }
  const expected = mean(disorders);
  const observed = best.disorder / meanUnits(continuum);
  // Chance that cannot disagree, such as one span that fills the text, leaves nothing to measure against.
  if (expected === 0) return notComputable('one-category');
  return {
    kind: 'value',
    value: 1 - observed / expected,
    observed,
    expected,
    samples: disorders.length,
    precision: (variation(disorders) * Z_95) / Math.sqrt(disorders.length),
    unitary: best.unitary,
  };
}

/** The best alignment; null where there are more than two coders and too many spans near each other. */
export function align(continuum: Continuum, by: Dissimilarity): Aligned | null {
  const units = unitsOf(continuum);
  const { length } = continuum.coders;
  return length === 2 ? alignTwo(units, by) : alignMany(units, length, by);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The coefficient of variation: the standard deviation as a share of the mean. */
function variation(values: readonly number[]): number {
  const average = mean(values);
  const spread = mean(values.map((value) => (value - average) ** 2));
  return average === 0 ? 0 : Math.sqrt(spread) / average;
}
