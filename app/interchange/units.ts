import { UratoriError } from '../problem.ts';
import type { Span } from './annotation-set.ts';

/** What an offset of a format counts. The table of docs/interchange.md has the source of each. */
export const OFFSET_UNITS = ['code-point', 'utf-16-code-unit'] as const;
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/** One text, measured in a unit: the same places, counted in another way. */
export interface Measured {
  text: string;
  /**
   * Where a span stands, counted in the unit. Sliced there by other means than it was counted, the text has to be the
   * quote: a wrong place puts words into somebody's mouth.
   * @throws UratoriError `export-quote-mismatch` (params `story`, `quote`)
   */
  place(span: Span): [start: number, end: number];
  /** The span at a place that is counted in the unit; null where the text has no such place. */
  span(start: number, end: number): Span | null;
}

/** @param story what to call the text in a refusal */
export function measured(text: string, unit: OffsetUnit, story: string): Measured {
  const ruler = unit === 'code-point' ? codePoints(text) : units(text);
  return {
    text,
    place({ start, end, quote }) {
      const [from, to] = [ruler.counted(start), ruler.counted(end)];
      if (from === null || to === null || quote === '' || ruler.slice(from, to) !== quote)
        throw new UratoriError('export-quote-mismatch', { story, quote });
      return [from, to];
    },
    span(start, end) {
      const [from, to] = [ruler.found(start), ruler.found(end)];
      if (from === null || to === null || from >= to) return null;
      return { start: from, end: to, quote: text.slice(from, to) };
    },
  };
}

interface Ruler {
  /** From UTF-16 units into the unit; null in the middle of a pair, or outside of the text. */
  counted(at: number): number | null;
  /** Back. */
  found(at: number): number | null;
  slice(from: number, to: number): string;
}

function units(text: string): Ruler {
  const inside = (at: number) =>
    Number.isInteger(at) && at >= 0 && at <= text.length && !cutsPair(text, at) ? at : null;
  return { counted: inside, found: inside, slice: (from, to) => text.slice(from, to) };
}

function codePoints(text: string): Ruler {
  /** Where the pairs begin, in UTF-16 units. */
  const pairs: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if ((text.codePointAt(at) as number) <= 0xffff) continue;
    pairs.push(at);
    at += 1;
  }
  let points: string[] | null = null;
  return {
    counted(at) {
      if (!Number.isInteger(at) || at < 0 || at > text.length || cutsPair(text, at)) return null;
      return at - firstNot(pairs.length, (index) => (pairs[index] as number) < at);
    },
    found(at) {
      if (!Number.isInteger(at) || at < 0 || at > text.length - pairs.length) return null;
      return at + firstNot(pairs.length, (index) => (pairs[index] as number) - index < at);
    },
    slice(from, to) {
      points ??= Array.from(text);
      return points.slice(from, to).join('');
    },
  };
}

function cutsPair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) as number) > 0xffff;
}

/** The first index for which something that holds for a beginning does not hold. */
function firstNot(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
