/** A span that one coder marked: `[start, end)`, in any unit as long as it is one, and what it was marked as. */
export interface Marked {
  start: number;
  end: number;
  category: number;
}

/** What coders marked in a text, or in several texts laid end to end. */
export interface Continuum {
  length: number;
  /** Where its texts begin, ascending from 0. A span is one of the text that it starts in. */
  texts: readonly number[];
  /** Of each coder, by start. */
  coders: readonly (readonly Marked[])[];
}

/** A span with who marked it and in which text. */
export interface Unit extends Marked {
  coder: number;
  text: number;
}

/** All spans of all coders in the order of their starts. */
export function unitsOf({ texts, coders }: Continuum): Unit[] {
  const units = coders.flatMap((marked, coder) =>
    marked.map((span) => ({ ...span, coder, text: textAt(texts, span.start) })),
  );
  return units.sort(
    (a, b) => a.start - b.start || a.end - b.end || a.coder - b.coder || a.category - b.category,
  );
}

/** Spans that a coder has on average. */
export function meanUnits({ coders }: Continuum): number {
  return coders.reduce((sum, marked) => sum + marked.length, 0) / coders.length;
}

/** The last text that starts at or before a place. */
function textAt(texts: readonly number[], place: number): number {
  let [low, high] = [0, texts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((texts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
