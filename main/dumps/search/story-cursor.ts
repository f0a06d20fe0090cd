import type { StoryColumns } from '../story-columns.ts';
import type { StoryTexts } from './story-texts.ts';

/** The story around a place that goes on through a file. */
export class StoryCursor {
  ordinal: number;
  /** Byte where its text starts, and the one behind the last. */
  start: number;
  end: number;
  private readonly texts: Pick<StoryTexts, 'startOf' | 'endOf'>;
  private readonly columns: StoryColumns;
  private readonly to: number;

  constructor(texts: Pick<StoryTexts, 'startOf' | 'endOf'>, columns: StoryColumns, from: number, to: number) {
    this.texts = texts;
    this.columns = columns;
    this.to = to;
    this.ordinal = from;
    this.start = texts.startOf(from);
    this.end = texts.endOf(from);
  }

  /** Goes on to the first story whose text ends behind a byte; stays at the last one where there is none. */
  moveTo(position: number): void {
    if (position < this.end) return;
    // Hits are mostly near each other: the next few stories are tried before one is searched for.
    for (let tries = 0; position >= this.end && this.ordinal + 1 < this.to && tries < 8; tries += 1)
      this.end = this.texts.endOf(++this.ordinal);
    if (position >= this.end && this.ordinal + 1 < this.to) {
      this.ordinal = Math.min(this.to - 1, this.columns.firstEndingAfter(position));
      this.end = this.texts.endOf(this.ordinal);
      if (position >= this.end && this.ordinal + 1 < this.to) this.end = this.texts.endOf(++this.ordinal);
    }
    this.start = this.texts.startOf(this.ordinal);
  }
}
