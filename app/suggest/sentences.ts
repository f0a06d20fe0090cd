import type { Language, SegmentKind, Story } from '../story.ts';
import { pieceEnds } from '../text/boundaries.ts';

/** One sentence of a story. `start` and `end` are UTF-16 units of the story's text; it lies within its segment. */
export interface Sentence {
  /** Index of the story's segment that it stands in. */
  segment: number;
  lang: Language;
  start: number;
  end: number;
}

/** Where statements are made: bylines and footers make none. A `repeat` says more than the cut post above it. */
const STATING: ReadonlySet<SegmentKind> = new Set(['post', 'article', 'translation', 'repeat']);

/** The sentences of a story but for its bylines and footers, in the order of the text. */
export function* sentencesOf({ text, segments }: Pick<Story, 'text' | 'segments'>): Generator<Sentence> {
  for (const [segment, { kind, lang, start: from, end: to }] of segments.entries()) {
    if (!STATING.has(kind)) continue;
    const part = text.slice(from, to);
    let at = 0;
    for (const pieceEnd of pieceEnds(part)) {
      const piece = part.slice(at, pieceEnd);
      const start = from + at + piece.length - piece.trimStart().length;
      const end = from + at + piece.trimEnd().length;
      if (end > start) yield { segment, lang, start, end };
      at = pieceEnd;
    }
  }
}
