const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Printable ASCII, kana and the common ideographs: between two of them a cluster always ends. Without marks such as U+3099. */
const PLAIN = /^[ -~、-〈\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]$/u;

/** Where the grapheme clusters of a text (https://unicode.org/reports/tr29/) begin and end. Positions are UTF-16 units. */
export interface Graphemes {
  isBoundary(at: number): boolean;
  /** The last boundary at or before a position. */
  floor(at: number): number;
  /** The first boundary at or after a position. */
  ceil(at: number): number;
}

export function graphemesOf(text: string): Graphemes {
  // Made only when it is needed: it copies the text.
  let segments: Intl.Segments | null = null;
  const around = (at: number): { start: number; end: number } => {
    if (at <= 0 || at >= text.length || isPlain(text, at)) return { start: at, end: at };
    segments ??= segmenter.segment(text);
    const { index, segment } = segments.containing(at) as Intl.SegmentData;
    return index === at ? { start: at, end: at } : { start: index, end: index + segment.length };
  };
  return {
    isBoundary: (at) => around(at).start === at,
    floor: (at) => around(at).start,
    ceil: (at) => around(at).end,
  };
}

function isPlain(text: string, at: number): boolean {
  return PLAIN.test(text[at - 1] as string) && PLAIN.test(text[at] as string);
}
