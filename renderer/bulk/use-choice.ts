import { useState } from 'react';
import { add, has, NONE, type Ranges, sizeOf, toggle } from './ranges.ts';

/** Rows that are chosen besides the one that is looked at, and what keys and clicks do to them. */
export interface Choice {
  size: number;
  has(place: number): boolean;
  /** Ctrl (or Cmd) and a click, or the space bar. */
  toggle(place: number): void;
  /** Shift: everything from where the choice began to here. */
  extend(from: number, to: number): void;
  all(): void;
  none(): void;
}

/** A choice made of ranges that somebody keeps. `anchor` is where the last one began. */
export function choiceOf(
  ranges: Ranges,
  anchor: number | null,
  count: number,
  keep: (ranges: Ranges, anchor: number | null) => void,
): Choice {
  return {
    size: sizeOf(ranges),
    has: (place) => has(ranges, place),
    toggle: (place) => keep(toggle(ranges, place), place),
    extend: (from, to) => {
      const start = anchor ?? from;
      keep(add(NONE, Math.min(start, to), Math.max(start, to) + 1), start);
    },
    all: () => keep(count > 0 ? [[0, count]] : NONE, null),
    none: () => keep(NONE, null),
  };
}

/** A choice that a component keeps, as long as the list is the one named `list`. */
export function useChoice(list: unknown, count: number): Choice & { ranges: Ranges } {
  const [kept, keep] = useState<{ list: unknown; ranges: Ranges; anchor: number | null }>({
    list,
    ranges: NONE,
    anchor: null,
  });
  const { ranges, anchor } = kept.list === list ? kept : { ranges: NONE, anchor: null };
  return {
    ranges,
    ...choiceOf(ranges, anchor, count, (next, from) => keep({ list, ranges: next, anchor: from })),
  };
}
