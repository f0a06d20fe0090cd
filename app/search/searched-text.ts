import { type Graphemes, graphemesOf } from '../graphemes.ts';
import { type Folded, fold } from './folding.ts';
import type { FoldingKind } from './letters.ts';

/** A run of text, `start` and `end` in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

/** A text that several terms are looked for in: folded once for all of them. */
export class SearchedText {
  readonly text: string;
  readonly graphemes: Graphemes;
  private readonly folded = new Map<FoldingKind, Folded>();

  constructor(text: string) {
    this.text = text;
    this.graphemes = graphemesOf(text);
  }

  as(kind: FoldingKind): Folded {
    let folded = this.folded.get(kind);
    if (folded === undefined) {
      folded = fold(this.text, kind);
      this.folded.set(kind, folded);
    }
    return folded;
  }

  /** Whether a range holds whole characters only, as a reader counts them: no half of an emoji, no letter without its accent. */
  isWhole({ start, end }: TextRange): boolean {
    return this.graphemes.isBoundary(start) && this.graphemes.isBoundary(end);
  }
}
