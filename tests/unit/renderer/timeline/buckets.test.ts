import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, bucketsOf, daysWithin, UNITS } from '../../../../renderer/timeline/buckets.ts';
import { bucketName, dayOfField, isoOf, rangeName } from '../../../../renderer/timeline/day-names.ts';

const day = (iso: string) => Date.parse(iso) / 86_400_000;

/** Counts by day, from the year 1000 to 3000. */
const counts = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: day('1000-01-01'), max: day('3000-01-01') }), fc.integer({ min: 1, max: 99 })),
    { minLength: 1, maxLength: 60, selector: ([at]) => at },
  )
  .chain((all) =>
    // Dumps of a few days are as common as those of many years.
    fc.constantFrom(1, 30, 1000, 40_000).map((scale) => {
      const near = new Map(all.map(([at, stories]) => [Math.floor(at / scale) + day('2024-02-28'), stories]));
      return [...near].sort(([a], [b]) => a - b);
    }),
  );
const most = fc.integer({ min: 21, max: 400 });

describe('the bars of a timeline', () => {
  it('count every story once, on the bar of its day', () => {
    fc.assert(
      fc.property(counts, most, (days, limit) => {
        const { buckets } = bucketsOf(days, limit);
        const inside = ({ from, to }: Bucket) =>
          days.filter(([at]) => from <= at && at <= to).reduce((sum, [, stories]) => sum + stories, 0);
        expect(buckets.map(({ stories }) => stories)).toEqual(buckets.map(inside));
        const total = (list: readonly number[]) => list.reduce((sum, stories) => sum + stories, 0);
        expect(total(buckets.map(({ stories }) => stories))).toBe(total(days.map(([, stories]) => stories)));
      }),
    );
  });

  it('follow each other without a gap, and are as many as there is room for', () => {
    fc.assert(
      fc.property(counts, most, (days, limit) => {
        const { unit, buckets } = bucketsOf(days, limit);
        for (const [place, { from }] of buckets.entries())
          if (place > 0) expect(from).toBe((buckets[place - 1]?.to ?? 0) + 1);
        expect(buckets.length).toBeLessThanOrEqual(limit);
        const finer = UNITS[UNITS.indexOf(unit) - 1];
        // More than this many days would have fitted: the next finer unit has at least as many bars.
        if (finer === 'day') expect((days.at(-1)?.[0] ?? 0) - (days[0]?.[0] ?? 0) + 1).toBeGreaterThan(limit);
      }),
    );
  });

  it('begin where people begin to count', () => {
    const first = (from: string, to: string) =>
      bucketsOf(
        [
          [day(from), 1],
          [day(to), 1],
        ],
        24,
      );
    expect(first('2025-02-08', '2025-02-09')).toMatchObject({ unit: 'day', buckets: { length: 2 } });
    const names = (from: string, to: string) => {
      const { unit, buckets } = first(from, to);
      return [unit, isoOf(buckets[0]?.from ?? 0), isoOf(buckets[0]?.to ?? 0), buckets.length];
    };
    expect(names('2025-02-08', '2025-06-01')).toEqual(['week', '2025-02-03', '2025-02-09', 17]);
    expect(names('2024-02-08', '2025-06-01')).toEqual(['month', '2024-02-01', '2024-02-29', 17]);
    expect(names('2021-02-08', '2025-06-01')).toEqual(['quarter', '2021-01-01', '2021-03-31', 18]);
    expect(names('2012-02-08', '2025-06-01')).toEqual(['year', '2012-01-01', '2012-12-31', 14]);
    expect(names('1969-12-31', '2025-06-01')).toEqual(['decade', '1960-01-01', '1969-12-31', 7]);
    expect(names('1001-12-31', '2025-06-01')).toEqual(['century', '1000-01-01', '1099-12-31', 11]);
  });

  it('are none where no story has a date', () => {
    expect(bucketsOf([], 10)).toEqual({ unit: 'day', buckets: [] });
  });

  it('can be those of a part', () => {
    const days = [
      [1, 5],
      [3, 6],
      [9, 7],
    ] as const;
    expect(daysWithin(days, { from: 2, to: 9 })).toEqual([
      [3, 6],
      [9, 7],
    ]);
    expect(daysWithin(days, null)).toBe(days);
  });
});

describe('the names of days', () => {
  const march = { from: day('2026-03-01'), to: day('2026-03-31') };

  it('are in the language of the interface, and those of whole units are short', () => {
    expect(bucketName('en', march, 'month')).toBe('March 2026');
    expect(bucketName('ja', march, 'month')).toBe('2026年3月');
    expect(bucketName('en', { from: march.from, to: march.from }, 'day')).toBe('Mar 1, 2026');
    expect(bucketName('ja', { from: day('2026-01-01'), to: day('2026-12-31') }, 'year')).toBe('2026年');
    expect(rangeName('en', march)).toMatch(/^Mar 1\s–\s31, 2026$/u);
  });

  it('go through a date field and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') }), (at) => {
        expect(dayOfField(isoOf(at))).toBe(at);
      }),
    );
    expect(dayOfField('')).toBeNull();
    expect(dayOfField('2026-02-31x')).toBeNull();
  });

  it('are there for any day that a column can hold', () => {
    for (const at of [-0x7fffffff, 0x7fffffff]) expect(rangeName('en', { from: at, to: at })).not.toBe('');
  });
});
