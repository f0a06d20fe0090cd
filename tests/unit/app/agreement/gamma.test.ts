import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, type Edge } from '../../../../app/agreement/gamma/assignment.ts';
import {
  type Continuum,
  type Marked,
  meanUnits,
  unitsOf,
} from '../../../../app/agreement/gamma/continuum.ts';
import {
  between,
  COMBINED,
  type Dissimilarity,
  positional,
} from '../../../../app/agreement/gamma/dissimilarity.ts';
import { align, gamma } from '../../../../app/agreement/gamma/gamma.ts';
import { alignMany } from '../../../../app/agreement/gamma/many-coders.ts';
import { alignTwo } from '../../../../app/agreement/gamma/two-coders.ts';

const span = (start: number, end: number, category = 0): Marked => ({ start, end, category });

function continuumOf(length: number, ...coders: Marked[][]): Continuum {
  return { length, texts: [0], coders };
}

/** Spans as start, end and category in turn. */
function spansOf(numbers: readonly number[]): Marked[] {
  return numbers.flatMap((start, place) =>
    place % 3 === 0 ? [span(start, numbers[place + 1] as number, numbers[place + 2])] : [],
  );
}

const marked = (most: number) =>
  fc
    .array(
      fc
        .tuple(fc.nat(80), fc.integer({ min: 1, max: 12 }), fc.nat(2))
        .map(([start, length, category]) => span(start, start + length, category)),
      { maxLength: most },
    )
    .map((spans) => [...spans].sort((a, b) => a.start - b.start));

const continua = (coders: { min: number; max: number }, most: number) =>
  fc
    .integer(coders)
    .chain((count) => fc.tuple(...Array.from({ length: count }, () => marked(most))))
    .map((spans) => continuumOf(100, ...spans));

/** The disorder of the best alignment, found by trying every alignment there is. */
function byTryingAll(continuum: Continuum, by: Dissimilarity): number {
  const units = unitsOf(continuum);
  const coders = continuum.coders.length;
  const pairs = (coders * (coders - 1)) / 2;
  const cost = (members: number[]) => {
    let sum = (pairs - (members.length * (members.length - 1)) / 2) * by.empty;
    members.forEach((one, place) => {
      for (const other of members.slice(place + 1))
        sum += between(units[one] as Marked, units[other] as Marked, by);
    });
    return sum / pairs;
  };
  const best = (left: number[]): number => {
    const [first, ...others] = left;
    if (first === undefined) return 0;
    let least = Number.POSITIVE_INFINITY;
    const choose = (members: number[], from: number) => {
      const rest = others.filter((unit) => !members.includes(unit));
      least = Math.min(least, cost(members) + best(rest));
      others.forEach((unit, place) => {
        if (place < from) return;
        const coder = units[unit]?.coder;
        if (members.every((member) => units[member]?.coder !== coder)) choose([...members, unit], place + 1);
      });
    };
    choose([first], 0);
    return least;
  };
  return best(units.map((_, place) => place));
}

describe('dissimilarity', () => {
  it.each([
    [4, 14, 40, 44, 22.2],
    [4, 14, 4, 14, 0],
    [4, 14, 20, 25, 3.2],
    [4, 14, 14, 24, 1],
    [20, 30, 20, 25, 0.11],
    [20, 25, 14, 24, 0.22],
  ])('of the places %d–%d and %d–%d is %d (Mathet et al. 2015, figure 10)', (a, b, c, d, expected) => {
    expect(positional(span(a, b), span(c, d), 1)).toBeCloseTo(expected, expected > 3 ? 0 : 2);
  });

  it('does not change with the scale (Mathet et al. 2015, figure 20)', () => {
    expect(positional(span(0, 7), span(0, 10), 1)).toBe(positional(span(0, 21), span(0, 30), 1));
  });
});

describe('the best alignment', () => {
  /** Alex, Paul and Suzan, an example of the authors’ software that pygamma-agreement has in its tests. */
  const PEOPLE = continuumOf(
    60,
    [span(2, 9, 1), span(11, 17, 2), span(24, 30, 5), span(32, 36, 6), span(36, 44, 6), span(44, 60, 7)],
    [span(2, 9, 1), span(11, 17, 3), span(19, 25, 5), span(32, 44, 6)],
    [span(2, 9, 1), span(11, 17, 4), span(21, 27, 5), span(32, 36, 6), span(36, 40, 6), span(40, 44, 6)],
  );
  const POSITION_3: Dissimilarity = { ...COMBINED, position: 3 };

  it('of Alex, Paul and Suzan has a disorder of .96 (pygamma-agreement’s tests)', () => {
    const best = align(PEOPLE, POSITION_3);
    expect((best?.disorder ?? 0) / meanUnits(PEOPLE)).toBeCloseTo(0.96, 2);
  });

  it.each([
    [
      'equal numbers',
      0.0625,
      [
        [1, 5, 0, 6, 10, 1, 11, 15, 0],
        [2, 6, 0, 7, 11, 1, 12, 16, 0],
      ],
    ],
    [
      'spans without counterparts',
      0.7083333134651184,
      [
        [1, 5, 0, 6, 10, 1, 20, 24, 0, 30, 34, 1],
        [2, 6, 0, 31, 35, 1],
      ],
    ],
    [
      'three coders',
      0.40875643491744995,
      [
        [1, 5, 0, 10, 14, 1],
        [2, 6, 0, 11, 15, 1],
        [1, 4, 0, 9, 14, 2],
      ],
    ],
  ])(
    'has the disorder that pygamma-agreement 0.5.9 gives (fixtures of dkpro-statistics): %s',
    (_, expected, coders) => {
      const continuum = continuumOf(40, ...coders.map(spansOf));
      expect((align(continuum, COMBINED)?.disorder ?? 0) / meanUnits(continuum)).toBeCloseTo(expected, 6);
    },
  );

  it('of Liza, Pierrot and Hadrien has a disorder of .43479 (pygamma-agreement, with a distance of categories)', () => {
    const [carol, bob, alice, jeremy] = [0, 1, 2, 3];
    const people = continuumOf(
      20,
      [span(1, 5, carol), span(6, 8, bob), span(7, 20, alice), span(12, 18, carol)],
      [span(2, 6, carol), span(7, 8, bob), span(7, 19, jeremy), span(8, 10, alice), span(12, 18, alice)],
      [span(1, 6, carol), span(7, 19, jeremy), span(8, 10, alice), span(19, 20, alice)],
    );
    // pygamma-agreement numbers the rows of its matrix by the names in alphabetical order.
    const byName = [2, 1, 0, 3];
    const distances = [
      [0, 0.5, 0.3, 0.7],
      [0.5, 0, 0.6, 0.4],
      [0.3, 0.6, 0, 0.7],
      [0.7, 0.4, 0.7, 0],
    ];
    const by: Dissimilarity = {
      position: 3,
      category: 1,
      empty: 0.5,
      distance: (one, other) => distances[byName[one] as number]?.[byName[other] as number] ?? 0,
    };
    const best = align(people, by);
    expect((best?.disorder ?? 0) / meanUnits(people)).toBeCloseTo(0.43478875578596043, 5);
  });

  it.each([
    ['two', { min: 2, max: 2 }, 5],
    ['three', { min: 3, max: 3 }, 3],
    ['four', { min: 4, max: 4 }, 2],
  ] as const)('of %s coders is that which trying them all finds', (_, coders, most) => {
    fc.assert(
      fc.property(continua(coders, most), fc.constantFrom(COMBINED, POSITION_3), (continuum, by) => {
        expect(align(continuum, by)?.disorder).toBeCloseTo(byTryingAll(continuum, by), 9);
      }),
      { numRuns: 300 },
    );
  });

  it('of two coders is the same by assignment and by going through the text', () => {
    fc.assert(
      fc.property(continua({ min: 2, max: 2 }, 14), (continuum) => {
        const units = unitsOf(continuum);
        const through = alignMany(units, 2, COMBINED);
        if (through) expect(alignTwo(units, COMBINED).disorder).toBeCloseTo(through.disorder, 9);
      }),
    );
  });

  it('never puts words of different texts together', () => {
    const beside: Continuum = { length: 20, texts: [0, 10], coders: [[span(0, 10)], [span(10, 20)]] };
    expect(align(beside, COMBINED)).toEqual({ disorder: 2, unitary: 2 });
    expect(align({ ...beside, texts: [0] }, COMBINED)).toEqual({ disorder: 1, unitary: 1 });
  });

  it('of more than two coders is given up where too many spans lie on each other', () => {
    const crowd = Array.from({ length: 40 }, (_, place) => span(place, place + 50));
    expect(align(continuumOf(100, crowd, crowd, crowd), COMBINED)).toBe(null);
    expect(align(continuumOf(100, crowd, crowd), COMBINED)).toEqual({ disorder: 0, unitary: 40 });
  });
});

describe('assignment', () => {
  it('is the cheapest there is', () => {
    const graph = fc.array(
      fc.uniqueArray(fc.record({ right: fc.nat(4), cost: fc.nat(9) }), { selector: ({ right }) => right }),
      { maxLength: 5 },
    );
    const cheapest = (edges: readonly Edge[][], alone: number, taken: number[] = []): number => {
      const [first, ...others] = edges;
      if (!first) return 0;
      const free = first.filter(({ right }) => !taken.includes(right));
      return Math.min(
        alone + cheapest(others, alone, taken),
        ...free.map(({ right, cost }) => cost + cheapest(others, alone, [...taken, right])),
      );
    };
    fc.assert(
      fc.property(graph, fc.nat(9), (edges, alone) => {
        const found = assign(edges, 5, alone);
        const rights = [...found].filter((right) => right >= 0);
        expect(new Set(rights).size).toBe(rights.length);
        const cost = edges.reduce(
          (sum, from, left) => sum + (from.find(({ right }) => right === found[left])?.cost ?? alone),
          0,
        );
        expect(cost).toBe(cheapest(edges, alone));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('gamma', () => {
  it('is 1 for coders who marked the same, never more, and the same for the same seed', () => {
    fc.assert(
      fc.property(continua({ min: 2, max: 2 }, 8), fc.nat(), (continuum, seed) => {
        const found = gamma(continuum, seed, { precision: 0.1 });
        expect(found).toEqual(gamma(continuum, seed, { precision: 0.1 }));
        if (found.kind !== 'value') return;
        expect(found.value).not.toBeNaN();
        expect(found.value).toBeLessThanOrEqual(1);
        const [first = []] = continuum.coders;
        const alone = gamma({ ...continuum, coders: [first, first] }, seed, { precision: 0.1 });
        if (alone.kind === 'value') expect(alone.value).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('of Alex, Paul and Suzan lies near that of pygamma-agreement’s sampling (.44 to .47 there)', () => {
    const people = continuumOf(
      58,
      [span(0, 7, 1), span(9, 15, 2), span(22, 28, 5), span(30, 34, 6), span(34, 42, 6), span(42, 58, 7)],
      [span(0, 7, 1), span(9, 15, 3), span(17, 23, 5), span(30, 42, 6)],
      [span(0, 7, 1), span(9, 15, 4), span(19, 25, 5), span(30, 34, 6), span(34, 38, 6), span(38, 42, 6)],
    );
    const found = gamma(people, 1, { by: { ...COMBINED, position: 3 }, precision: 0.01 });
    if (found.kind !== 'value') throw new Error(found.why);
    expect(found.value).toBeGreaterThan(0.4);
    expect(found.value).toBeLessThan(0.5);
  });

  it('says why where it cannot be computed', () => {
    expect(gamma(continuumOf(10, [], []), 1)).toEqual({ kind: 'not-computable', why: 'no-spans' });
    expect(gamma(continuumOf(10, [span(0, 5)]), 1)).toEqual({ kind: 'not-computable', why: 'one-coder' });
  });
});
