import type { Fidelity } from '../../translation/judgement.ts';
import type { Verdict } from '../summary.ts';
import type { Label } from './inline.ts';

/** What a bar is about: it gives its colour, its pattern and its sign. */
export type Series = { kind: 'verdict'; verdict: Verdict } | { kind: 'fidelity'; fidelity: Fidelity };

export interface Bar {
  label: Label;
  series: Series;
  count: number;
}

/** `name` is the source's, empty where there is none (then `label` says so). */
export interface StackedBar {
  name: string;
  label: Label | null;
  total: number;
  /** A count for each of the chart's series, in their order. */
  counts: number[];
}

/** Numbers to draw. Whatever is drawn, the figure has a table of the same numbers beside it. */
export type Chart =
  /** One bar, cut into its parts. */
  | { kind: 'strip'; parts: Bar[] }
  /** A bar a row, all from one line. */
  | { kind: 'bars'; bars: Bar[] }
  /** A bar a row, each cut into the parts of the series. */
  | { kind: 'stacked'; series: { label: Label; series: Series }[]; bars: StackedBar[] };
