import { standsAlone } from '../../../app/graphemes.ts';
import { fold } from '../../../app/search/folding.ts';
import type { FoldingKind } from '../../../app/search/letters.ts';
import { SearchedText } from '../../../app/search/searched-text.ts';
import type { StoryKind } from '../story-kind.ts';
import { type TextBytes, textBytesOf } from './text-bytes.ts';

/** How far around a hit characters reach, in bytes. Nobody writes longer ones but to break programs. */
export const CONTEXT = 2048;

/** Tells whether hits in bytes hold whole characters, as `SearchedText.isWhole` does of hits in text. */
export class WholeCharacters {
  private readonly text: TextBytes;
  private readonly folding: FoldingKind | null;

  constructor(kind: StoryKind, folding: FoldingKind | null) {
    this.text = textBytesOf(kind);
    this.folding = folding;
  }

  /**
   * @param from where the text of the story begins, or `CONTEXT` before the hit
   * @param to where it ends, or `CONTEXT` behind the hit
   */
  isWhole(bytes: Buffer, start: number, end: number, from: number, to: number): boolean {
    return (
      (this.isPlain(bytes, start, from, to) && this.isPlain(bytes, end, from, to)) ||
      this.isWholeInText(bytes, start, end, from, to)
    );
  }

  /** Whether letters on both sides of a place tell at a glance that one character ends there and another begins. */
  private isPlain(bytes: Buffer, at: number, from: number, to: number): boolean {
    return (
      (at === from || isAlone(this.text.unitBefore(bytes, at))) &&
      (at === to || isAlone(this.text.unitAt(bytes, at)))
    );
  }

  private isWholeInText(bytes: Buffer, start: number, end: number, from: number, to: number): boolean {
    const first = this.text.nextLetter(bytes, Math.max(from, start - CONTEXT), start);
    const last = end + CONTEXT < to ? this.text.nextLetter(bytes, end + CONTEXT, to) : to;
    const before = this.text.decode(bytes, first, start);
    const hit = this.text.decode(bytes, start, end);
    const after = this.text.decode(bytes, end, last);
    if (before === null || hit === null || after === null) return false;
    const text = new SearchedText(before + hit + after);
    const range = { start: before.length, end: before.length + hit.length };
    return text.isWhole(range) && this.isCut(before, hit) && this.isCut(before + hit, after);
  }

  /** Whether letters on both sides of a place stay apart when they are folded. */
  private isCut(before: string, after: string): boolean {
    const { folding } = this;
    if (folding === null) return true;
    return fold(before, folding).text + fold(after, folding).text === fold(before + after, folding).text;
  }
}

/** The spacing marks of kana are characters of their own, but ゛ behind カ is folded with it. */
const JOINING: readonly number[] = [0x309b, 0x309c];

/** Neither a mark that joins the letter before it, nor one that makes a character with its neighbours. */
function isAlone(unit: number): boolean {
  return unit !== -1 && standsAlone(unit) && !JOINING.includes(unit);
}
