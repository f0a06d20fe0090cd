const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Runs of UTF-16 units that stand for themselves: Latin, Greek, Cyrillic, punctuation, kana, ideographs, Hangul. */
const ALONE: readonly (readonly [first: number, last: number])[] = [
  [0x0a, 0x0a],
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xc0, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x52f],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x3001, 0x3029],
  [0x3031, 0x3096],
  [0x309b, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff9d],
];
const STANDS_ALONE = new Uint8Array(1 << 16);
for (const [first, last] of ALONE) STANDS_ALONE.fill(1, first, last + 1);

/** Whether a cluster always ends between a unit and another one for which the same is true. Not so for marks such as U+3099. */
export function standsAlone(unit: number): boolean {
  return STANDS_ALONE[unit] === 1;
}

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
  return standsAlone(text.charCodeAt(at - 1)) && standsAlone(text.charCodeAt(at));
}
