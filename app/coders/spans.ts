/** A run of a story's text in UTF-16 units. Runs of different lanes (original and translation) share nothing. */
export interface Span {
  lane: number;
  start: number;
  end: number;
}

/** In order and without overlaps among themselves. */
export function joined(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.lane - b.lane || a.start - b.start || a.end - b.end);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && last.lane === span.lane && span.start <= last.end) {
      if (span.end > last.end) result[result.length - 1] = { ...last, end: span.end };
    } else result.push(span);
  }
  return result;
}

/** UTF-16 units, of spans that are `joined`. */
export function unitsOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** UTF-16 units that both cover; both are `joined`. */
export function sharedUnits(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] as Span, b[j] as Span];
    if (one.lane === other.lane)
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    const isOneFirst = one.lane < other.lane || (one.lane === other.lane && one.end <= other.end);
    if (isOneFirst) i += 1;
    else j += 1;
  }
  return shared;
}
