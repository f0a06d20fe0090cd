import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensKappa, linear, quadratic, unweighted } from '../../../../app/agreement/cohen.ts';
import { type Confusion, confusionOf } from '../../../../app/agreement/confusion.ts';
import { fleissKappa } from '../../../../app/agreement/fleiss.ts';
import { krippendorffsAlpha, nominalAlpha } from '../../../../app/agreement/krippendorff.ts';
import { codesOf, NONE } from '../../../../app/agreement/ratings.ts';
import { pairwiseAgreement, specificAgreement } from '../../../../app/agreement/specific.ts';
import {
  AGRESTI_2002,
  COHEN_1960,
  FLEISS_1971,
  HAYES_KRIPPENDORFF_2007,
  KRIPPENDORFF_2004,
  KRIPPENDORFF_2011,
  KRIPPENDORFF_2011_BINARY,
  KRIPPENDORFF_2011_NOMINAL,
} from './published.ts';

function tableOf(counts: readonly (readonly number[])[]): Confusion {
  return {
    categories: counts.map((_, place) => String(place)),
    counts,
    units: counts.flat().reduce((sum, count) => sum + count, 0),
  };
}

/** The value of a measure that has one. */
function valueIn(measured: { kind: string; value?: number }): number {
  expect(measured.kind).toBe('value');
  return measured.value as number;
}

/** Ratings of units by some coders; many of them with a category that somebody left out. */
const ratings = (coders: { min: number; max: number }, missing: boolean) =>
  fc
    .integer(coders)
    .chain((count) =>
      fc.array(
        fc.array(
          missing
            ? fc.option(fc.constantFrom('verified', 'disputed', 'unresolved'), { freq: 5 })
            : fc.constantFrom('verified', 'disputed', 'unresolved'),
          { minLength: count, maxLength: count },
        ),
        { minLength: 1, maxLength: 25 },
      ),
    );

describe('Cohen’s kappa', () => {
  it('is .492 for the worked example of Cohen (1960, p. 45)', () => {
    const kappa = cohensKappa(tableOf(COHEN_1960));
    expect(valueIn(kappa)).toBeCloseTo(0.492, 3);
    expect(kappa).toMatchObject({ observed: 0.7, expected: expect.closeTo(0.41, 10) });
  });

  it('is .493 with a standard error of .057 for the pathologists of Agresti (2002, section 10.5)', () => {
    const kappa = cohensKappa(tableOf(AGRESTI_2002));
    expect(valueIn(kappa)).toBeCloseTo(0.493, 3);
    expect(kappa).toMatchObject({ standardError: expect.closeTo(0.057, 3) });
  });

  it('is .348 with the weights of the worked example of Cohen (1968)', () => {
    // Disagreement of 0, 1, 3; 1, 0, 6; 3, 6, 0; percent of 200.
    const counts = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const apart = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    const kappa = cohensKappa(tableOf(counts), (row, column) => 1 - (apart[row]?.[column] ?? 0) / 6);
    expect(valueIn(kappa)).toBeCloseTo(0.348, 3);
  });

  it('is the same for two categories, whatever the weights, and symmetric in the coders', () => {
    fc.assert(
      fc.property(ratings({ min: 2, max: 2 }, true), (given) => {
        const { categories, codes } = codesOf(given);
        const [one, other] = [confusionOf(categories, codes), confusionOf(categories, codes, 1, 0)];
        for (const weight of [unweighted, linear, quadratic]) {
          const [forth, back] = [cohensKappa(one, weight), cohensKappa(other, weight)];
          expect(forth.kind).toBe(back.kind);
          if (forth.kind === 'value' && back.kind === 'value') {
            expect(forth.value).toBeCloseTo(back.value, 10);
            expect(forth.standardError).toBeCloseTo(back.standardError, 6);
            expect(forth.value).toBeLessThanOrEqual(1 + 1e-12);
          }
          if (categories.length === 2) expect(forth).toEqual(cohensKappa(one));
        }
      }),
    );
  });

  it('says why where it cannot be computed', () => {
    expect(cohensKappa(tableOf([]))).toEqual({ kind: 'not-computable', why: 'no-units' });
    expect(cohensKappa(tableOf([[7]]))).toEqual({ kind: 'not-computable', why: 'one-category' });
  });
});

describe('Fleiss’ kappa', () => {
  it('is .430 for the 30 patients of Fleiss (1971, table 1)', () => {
    const kappa = fleissKappa(FLEISS_1971);
    expect(valueIn(kappa)).toBeCloseTo(0.43, 3);
    expect(kappa).toMatchObject({
      units: 30,
      observed: expect.closeTo(0.5556, 4),
      expected: expect.closeTo(0.22, 3),
    });
  });

  it('leaves out what somebody did not rate', () => {
    const holes = [...FLEISS_1971, [1, 2, NONE, 3, 4, 5]];
    expect(fleissKappa(holes)).toEqual(fleissKappa(FLEISS_1971));
  });

  it('says why where it cannot be computed', () => {
    expect(fleissKappa([])).toEqual({ kind: 'not-computable', why: 'no-units' });
    expect(fleissKappa([[1]])).toEqual({ kind: 'not-computable', why: 'one-coder' });
    expect(fleissKappa([[1, NONE]])).toEqual({ kind: 'not-computable', why: 'no-pairs' });
    expect(fleissKappa([[1, 1]])).toEqual({ kind: 'not-computable', why: 'one-category' });
  });
});

describe('Krippendorff’s alpha', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)(
    'is, at the level %s, %d for four observers with missing data (Krippendorff 2011, C to D)',
    (level, expected) => {
      const alpha = krippendorffsAlpha(KRIPPENDORFF_2011, level);
      expect(valueIn(alpha)).toBeCloseTo(expected, 3);
      expect(alpha).toMatchObject({ units: 11, values: 40 });
    },
  );

  it('is .095 for binary data (Krippendorff 2011, A) and .692 for nominal data (B)', () => {
    expect(valueIn(krippendorffsAlpha(KRIPPENDORFF_2011_BINARY, 'nominal'))).toBeCloseTo(0.095, 3);
    expect(valueIn(nominalAlpha(KRIPPENDORFF_2011_NOMINAL))).toBeCloseTo(0.692, 3);
  });

  it('is .734 for nominal data of two observers (Krippendorff 2004, section 11.3)', () => {
    expect(valueIn(nominalAlpha(KRIPPENDORFF_2004))).toBeCloseTo(0.734, 3);
  });

  it('is .7598 for the ordinal data of Hayes and Krippendorff (2007)', () => {
    expect(valueIn(krippendorffsAlpha(HAYES_KRIPPENDORFF_2007, 'ordinal'))).toBeCloseTo(0.7598, 4);
  });

  it('comes to Fleiss’ kappa as units grow in number', () => {
    fc.assert(
      fc.property(ratings({ min: 2, max: 4 }, false), (given) => {
        const { codes } = codesOf(given);
        const [kappa, alpha] = [fleissKappa(codes), nominalAlpha(given)];
        expect(alpha.kind).toBe(kappa.kind);
        if (alpha.kind !== 'value' || kappa.kind !== 'value') return;
        // Exactly: alpha corrects the expected disagreement for the number n of ratings.
        const n = alpha.values;
        expect(1 - alpha.value).toBeCloseTo(((1 - kappa.value) * (n - 1)) / n, 10);
      }),
    );
  });

  it('has an interval that holds it, and the same one for the same seed', () => {
    const [one, same] = [1, 1].map((seed) => krippendorffsAlpha(KRIPPENDORFF_2011, 'nominal', seed));
    expect(one).toEqual(same);
    if (one?.kind !== 'value') throw new Error('no value');
    expect(one.interval?.low).toBeLessThan(one.value);
    expect(one.interval?.high).toBeGreaterThanOrEqual(one.value);
  });

  it('says why where it cannot be computed', () => {
    expect(krippendorffsAlpha([], 'nominal')).toEqual({ kind: 'not-computable', why: 'no-units' });
    expect(krippendorffsAlpha([[1, null]], 'nominal')).toEqual({ kind: 'not-computable', why: 'no-pairs' });
    expect(krippendorffsAlpha([[1, 1]], 'interval')).toEqual({ kind: 'not-computable', why: 'one-category' });
    expect(krippendorffsAlpha([[0, -0]], 'ratio').kind).toBe('not-computable');
  });
});

describe('every measure of ratings', () => {
  const measures: Record<string, (given: (string | null)[][]) => { kind: string; value?: number }> = {
    'Cohen’s kappa': (given) => {
      const { categories, codes } = codesOf(given);
      return cohensKappa(confusionOf(categories, codes));
    },
    'Fleiss’ kappa': (given) => fleissKappa(codesOf(given).codes),
    'Krippendorff’s alpha': (given) => nominalAlpha(given),
    'percent agreement': (given) => pairwiseAgreement(codesOf(given).codes),
  };
  const renamed: Record<string, string> = { verified: 'z', disputed: 'b', unresolved: 'a' };

  it.each(Object.entries(measures))(
    '%s does not care for names, nor for the order of units or coders',
    (_, measure) => {
      fc.assert(
        fc.property(ratings({ min: 2, max: 2 }, true), (given) => {
          const found = measure(given);
          const others = [
            given.map((unit) => unit.map((category) => category && (renamed[category] ?? category))),
            [...given].reverse(),
            given.map((unit) => [...unit].reverse()),
          ];
          for (const other of others.map(measure)) {
            expect(other.kind).toBe(found.kind);
            if (found.kind === 'value') expect(other.value).toBeCloseTo(found.value as number, 10);
          }
          if (found.kind === 'value') {
            expect(found.value).not.toBeNaN();
            expect(found.value).toBeLessThanOrEqual(1 + 1e-12);
          }
        }),
      );
    },
  );

  it.each(Object.entries(measures))('%s is 1 for coders who say the same', (_, measure) => {
    fc.assert(
      fc.property(ratings({ min: 1, max: 1 }, true), (given) => {
        const found = measure(given.map(([category = null]) => [category, category]));
        if (found.kind === 'value') expect(found.value).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('agreement by category', () => {
  it('is kappa of each diagnosis of Fleiss (1971, p. 381) where the others are taken as one', () => {
    const kappas = [1, 2, 3, 4, 5].map((category) =>
      valueIn(fleissKappa(FLEISS_1971.map((unit) => unit.map((code) => (code === category ? 1 : 0))))),
    );
    const published = [0.248, 0.248, 0.517, 0.47, 0.565];
    kappas.forEach((kappa, place) => {
      expect(Math.abs(kappa - (published[place] as number))).toBeLessThan(0.005);
    });
  });

  it('is Dice’s coefficient of two coders: 2 × 88 ÷ (100 + 120) in Cohen’s example', () => {
    const codes = COHEN_1960.flatMap((row, one) =>
      row.flatMap((count, other) => Array.from({ length: count }, () => [one, other])),
    );
    expect(valueIn(specificAgreement(codes, 0))).toBeCloseTo(176 / 220, 10);
    expect(valueIn(pairwiseAgreement(codes))).toBeCloseTo(0.7, 10);
    expect(specificAgreement(codes, 9)).toEqual({ kind: 'not-computable', why: 'no-pairs' });
  });
});
