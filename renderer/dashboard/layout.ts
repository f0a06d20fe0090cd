import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { type ChartRow, type Series, tallyOf } from './chart.ts';

/** One number as a part of a bar: from `start` to `end` along it, in CSS pixels. */
export interface Part {
  row: ChartRow;
  series: Series;
  start: number;
  end: number;
}

/** Gap between two parts of a bar, in CSS pixels, so that neighbours are told apart without colour. */
const GAP = 1;

/**
 * Bars of all rows on one scale, each as its parts; those of nothing are left out.
 * @param length of the longest bar, in CSS pixels
 */
export function barParts(rows: readonly ChartRow[], series: readonly Series[], length: number): Part[][] {
  const scale = scaleLinear([0, Math.max(1, highest(rows, series))], [0, Math.max(0, length)]);
  const byRow = rows.map((): Part[] => []);
  for (const [index, layer] of layersOf(rows, series).entries()) {
    const each = series[index];
    if (!each) continue;
    for (const [place, [from, to]] of layer.entries()) {
      const row = rows[place];
      if (!row || to === from) continue;
      byRow[place]?.push({
        row,
        series: each,
        start: scale(from),
        end: Math.max(scale(to) - GAP, scale(from) + 1),
      });
    }
  }
  return byRow;
}

export interface Columns {
  parts: { part: Part; x: number; width: number }[];
  /** Places of round numbers on the axis, from the top, in CSS pixels. */
  ticks: { value: number; y: number }[];
  /** Centre of each row's column. */
  centres: number[];
}

/** The same upright, on a box of CSS pixels; `start` and `end` of the parts are from the top. */
export function columns(
  rows: readonly ChartRow[],
  series: readonly Series[],
  { left, width, height }: { left: number; width: number; height: number },
): Columns {
  const y = scaleLinear([0, Math.max(1, highest(rows, series))], [height, 0]).nice(3);
  const x = scaleBand(
    rows.map(({ key }) => key),
    [left, Math.max(left, width)],
  ).padding(0.2);
  const parts: Columns['parts'] = [];
  for (const [index, layer] of layersOf(rows, series).entries()) {
    const each = series[index];
    if (!each) continue;
    for (const [place, [from, to]] of layer.entries()) {
      const row = rows[place];
      if (!row || to === from) continue;
      const part = { row, series: each, start: y(to), end: Math.max(y(from) - GAP, y(to) + 1) };
      parts.push({ part, x: x(row.key) ?? 0, width: Math.max(1, x.bandwidth()) });
    }
  }
  return {
    parts,
    ticks: y
      .ticks(3)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: y(value) })),
    centres: rows.map(({ key }) => (x(key) ?? 0) + x.bandwidth() / 2),
  };
}

function layersOf(rows: readonly ChartRow[], series: readonly Series[]) {
  return stack<ChartRow, Series>()
    .keys([...series])
    .value((row, each) => tallyOf(row, each).count)([...rows]);
}

function highest(rows: readonly ChartRow[], series: readonly Series[]): number {
  return rows.reduce(
    (most, row) =>
      Math.max(
        most,
        series.reduce((sum, each) => sum + tallyOf(row, each).count, 0),
      ),
    0,
  );
}
