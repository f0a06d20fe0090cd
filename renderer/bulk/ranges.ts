/** Places of a list that are chosen, as `[from, to)`, in order and apart: all of a million are one pair. */
export type Ranges = readonly (readonly [from: number, to: number])[];

export const NONE: Ranges = [];

export function has(ranges: Ranges, place: number): boolean {
  return ranges.some(([from, to]) => place >= from && place < to);
}

export function sizeOf(ranges: Ranges): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

export function add(ranges: Ranges, from: number, to: number): Ranges {
  if (from >= to) return ranges;
  const apart = ranges.filter(([start, end]) => end < from || start > to);
  const touching = ranges.filter(([start, end]) => end >= from && start <= to);
  const start = Math.min(from, ...touching.map(([each]) => each));
  const end = Math.max(to, ...touching.map(([, each]) => each));
  return [...apart, [start, end] as const].sort(([a], [b]) => a - b);
}

export function remove(ranges: Ranges, from: number, to: number): Ranges {
  if (from >= to) return ranges;
  return ranges.flatMap(([start, end]) =>
    end <= from || start >= to
      ? [[start, end] as const]
      : [[start, from] as const, [to, end] as const].filter(([a, b]) => a < b),
  );
}

export function toggle(ranges: Ranges, place: number): Ranges {
  return has(ranges, place) ? remove(ranges, place, place + 1) : add(ranges, place, place + 1);
}

/** The places themselves. */
export function* placesIn(ranges: Ranges): Generator<number> {
  for (const [from, to] of ranges) for (let place = from; place < to; place += 1) yield place;
}
