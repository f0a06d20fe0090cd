import type { Story } from '../../app/story.ts';
import type { PairRanges } from '../../app/translation/align.ts';

/** A run of one segment's text, in UTF-16 units of the story's text. */
export interface Piece {
  /** Index of the segment. */
  segment: number;
  start: number;
  end: number;
}

export interface Row {
  original: Piece[];
  translation: Piece[];
}

/** Two versions of a text in rows: every unit of their segments is in exactly one piece, so that nothing is hidden. */
export interface Layout {
  /** Indexes of the segments before the rows, and behind them. */
  above: number[];
  below: number[];
  rows: Row[];
  /** Indexes of the segments that stand on either side. */
  original: number[];
  translation: number[];
}

/**
 * @param original indexes of the segments that stand on the left; a byline between two of them goes with them
 */
export function layoutOf(
  { segments }: Pick<Story, 'segments'>,
  pairs: readonly PairRanges[],
  original: readonly number[],
  translation: readonly number[],
): Layout {
  const first = Math.min(...original);
  const last = Math.max(...original);
  const left = segments.flatMap(({ kind }, index) =>
    original.includes(index) || (kind === 'byline' && first < index && index < last) ? [index] : [],
  );
  const rows: Row[] = pairs.map(() => ({ original: [], translation: [] }));
  fill(rows, segments, pairs, left, 'original');
  fill(rows, segments, pairs, translation, 'translation');
  const others = segments.flatMap((_, index) =>
    left.includes(index) || translation.includes(index) ? [] : [index],
  );
  return {
    above: others.filter((index) => index < first),
    below: others.filter((index) => index > first),
    rows,
    original: left,
    translation: [...translation],
  };
}

function fill(
  rows: Row[],
  segments: Story['segments'],
  pairs: readonly PairRanges[],
  indexes: readonly number[],
  side: keyof Row,
): void {
  let lastRow = 0;
  for (const segment of indexes) {
    const { start, end } = segments[segment] as Story['segments'][number];
    const starts = pairs.flatMap((pair, row) => {
      const inside = pair[side].find((range) => start <= range.start && range.start < end);
      return inside ? [{ row, at: inside.start }] : [];
    });
    if (starts.length === 0) starts.push({ row: lastRow, at: start });
    for (const [place, { row, at }] of starts.entries()) {
      const from = place === 0 ? start : at;
      rows[row]?.[side].push({ segment, start: from, end: starts[place + 1]?.at ?? end });
      lastRow = row;
    }
  }
}
