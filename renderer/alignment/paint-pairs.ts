import type { PairRanges } from '../../app/translation/align.ts';
import type { ReadingSurface } from '../reading/reading-surface.ts';
import type { TextRange } from '../store/state.ts';

export interface PairEmphasis {
  current: PairRanges | null;
  hovered: PairRanges | null;
  /** What the full text of a cut post adds. */
  added: readonly TextRange[];
}

/** Painted beneath annotations: their priorities begin at 0. */
const PRIORITIES = { 'cut-added': -3, 'pair-hovered': -2, pair: -1 } as const;

/** Marks both sides of a pair in the text; for itself, since it changes with every move of the pointer. */
export function paintPairs(surface: ReadingSurface, { current, hovered, added }: PairEmphasis): void {
  const both = (pair: PairRanges | null) => (pair ? [...pair.original, ...pair.translation] : []);
  set('cut-added', surface, added);
  set('pair-hovered', surface, both(hovered));
  set('pair', surface, both(current));
}

export function clearPairs(): void {
  for (const layer of Object.keys(PRIORITIES)) CSS.highlights.delete(layer);
}

function set(layer: keyof typeof PRIORITIES, surface: ReadingSurface, ranges: readonly TextRange[]): void {
  const found = ranges.flatMap((range) => surface.rangesOf(range));
  if (found.length === 0) {
    CSS.highlights.delete(layer);
    return;
  }
  const highlight = new Highlight(...found);
  highlight.priority = PRIORITIES[layer];
  CSS.highlights.set(layer, highlight);
}
