import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Chart,
  type ChartRow,
  filterFor,
  type Series,
  tallyOf,
  totalOf,
} from '../../../../renderer/dashboard/chart.ts';
import { barParts, columns } from '../../../../renderer/dashboard/layout.ts';
import { linkRows } from '../../../../renderer/dashboard/work-charts.ts';

const SERIES: Series[] = ['a', 'b', 'c'].map((key) => ({ key, label: key, filter: null }));

const charts: fc.Arbitrary<Chart> = fc
  .array(fc.array(fc.nat(50), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((numbers) => ({
    unit: 'claims',
    series: SERIES,
    rows: numbers.map(
      (counts, row): ChartRow => ({
        key: `row ${row}`,
        label: `row ${row}`,
        filter: null,
        tallies: Object.fromEntries(
          SERIES.map(({ key }, at) => [key, { count: counts[at] ?? 0, stories: [`d/${row}`] }]),
        ),
      }),
    ),
  }));

describe('a chart', () => {
  it('draws each number as long as it is, on one scale, and nothing for nothing', () => {
    fc.assert(
      fc.property(charts, ({ rows, series }) => {
        const most = Math.max(1, ...rows.map((row) => totalOf(row, series).count));
        for (const [place, parts] of barParts(rows, series, 600).entries()) {
          const row = rows[place] as ChartRow;
          expect(parts.map(({ series: { key } }) => key)).toEqual(
            series.filter((each) => tallyOf(row, each).count > 0).map(({ key }) => key),
          );
          for (const { series: each, start, end } of parts) {
            const length = (tallyOf(row, each).count / most) * 600;
            expect(Math.abs(end - start + 1 - length)).toBeLessThan(2.001);
            expect(end).toBeGreaterThan(start);
          }
        }
      }),
    );
  });

  it('stands upright within its box, under whole numbers', () => {
    fc.assert(
      fc.property(charts, ({ rows, series }) => {
        const { parts, ticks } = columns(rows, series, { left: 30, width: 500, height: 100 });
        for (const { part, x, width } of parts) {
          expect(part.start).toBeGreaterThanOrEqual(0);
          // The thinnest part is a pixel.
          expect(part.end).toBeLessThanOrEqual(101);
          expect(x).toBeGreaterThanOrEqual(30);
          expect(x + width).toBeLessThanOrEqual(500.001);
        }
        for (const { value } of ticks) expect(Number.isInteger(value)).toBe(true);
      }),
    );
  });

  it('leads from a number to its own stories, by a filter where row and column have one', () => {
    const row: ChartRow = { key: 'x', label: 'x', tallies: {}, filter: { tags: ['t'] } };
    const tally = { count: 2, stories: ['d/1', 'd/2'] };
    expect(filterFor(row, { filter: { ratings: ['none'] } }, tally)).toEqual({
      tags: ['t'],
      ratings: ['none'],
    });
    expect(filterFor(row, { filter: null }, tally)).toEqual({ stories: ['d/1', 'd/2'] });
  });

  it('joins what evidence and what stories cite, most cited first', () => {
    const evidence = { count: 2, stories: ['d/1'] };
    const rows = linkRows(
      { links: [{ url: 'https://a.example/', evidence }] } as never,
      {
        links: [
          { url: 'https://b.example/', stories: ['d/1', 'd/2', 'd/3'] },
          { url: 'https://a.example/', stories: ['d/2', 'd/3'] },
        ],
        read: 3,
        annotated: 3,
      },
      10,
    );
    expect(rows.map(({ url, evidence: { count }, stories }) => [url, count, stories.count])).toEqual([
      ['https://a.example/', 2, 2],
      ['https://b.example/', 0, 3],
    ]);
  });
});
