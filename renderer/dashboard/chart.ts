import type { StoryFilter } from '../../app/contract.ts';
import { NOTHING, type Tally } from '../../app/overview/tally.ts';

/** One kind of what is counted, with a colour of its own (`[data-series]` in the style sheet). */
export interface Series {
  key: string;
  label: string;
  /** What finds its stories by itself; null: they are named one by one. */
  filter: Partial<StoryFilter> | null;
}

export interface ChartRow {
  key: string;
  label: string;
  tallies: Readonly<Record<string, Tally>>;
  /** As in `Series`; a number has a filter where both its row and its series do. */
  filter: Partial<StoryFilter> | null;
}

/** A chart as data: what is drawn and what stands in its table are the same. */
export interface Chart {
  /** What the numbers count. */
  unit: 'claims' | 'stories';
  series: readonly Series[];
  rows: readonly ChartRow[];
}

export function tallyOf(row: ChartRow, series: Series): Tally {
  return row.tallies[series.key] ?? NOTHING;
}

/** All series of a row as one; each story once. */
export function totalOf(row: ChartRow, series: readonly Series[]): Tally {
  const tallies = series.map((each) => tallyOf(row, each));
  return {
    count: tallies.reduce((sum, { count }) => sum + count, 0),
    stories: [...new Set(tallies.flatMap(({ stories }) => stories))],
  };
}

/** The filter whose stories are exactly those behind a number. */
export function filterFor(row: ChartRow, series: Pick<Series, 'filter'>, tally: Tally): Partial<StoryFilter> {
  if (row.filter === null || series.filter === null) return { stories: [...tally.stories] };
  return { ...row.filter, ...series.filter };
}

/** Series that have anything: a legend of nothing but zeros helps nobody. */
export function seriesInUse({ series, rows }: Chart): Series[] {
  return series.filter((each) => rows.some((row) => tallyOf(row, each).count > 0));
}
