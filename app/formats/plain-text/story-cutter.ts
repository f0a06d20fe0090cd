import type { SplitRule } from '../split-rule.ts';

/**
 * What a line is to the cutter. `MARK` is a line that the rule splits at (heading, separator, pattern), `UNDERLINE` one
 * that makes the line above it a heading where that stands alone.
 */
export const BLANK = 0;
export const TEXT = 1;
export const BYLINE = 2;
export const LABEL = 3;
export const MARK = 4;
export const UNDERLINE = 5;
export type LineKind =
  | typeof BLANK
  | typeof TEXT
  | typeof BYLINE
  | typeof LABEL
  | typeof MARK
  | typeof UNDERLINE;

/**
 * Takes each story as soon as it is known to be over. `start` and `end` are in the unit of the lines that were
 * given; `bylineStart` is where the line of its byline starts, or -1. `low` and `high` sum up the hashes of its
 * lines.
 */
export type StorySink<B> = (
  start: number,
  end: number,
  bylineStart: number,
  byline: B | null,
  low: number,
  high: number,
) => void;

/**
 * Cuts a run of lines into stories in one pass and in constant memory. Every line that is not blank falls into
 * exactly one story.
 *
 * With bylines, a story starts at its lead: the line before the byline, or the whole block directly above it
 * where a blank line stands between that block and the byline before. This looks only at what stands between
 * two bylines, so that text added elsewhere moves no boundary.
 */
export class StoryCutter<B> {
  private readonly rule: SplitRule['kind'];
  private readonly sink: StorySink<B>;
  /**
   * How many boundaries were decided. From the second on they do not depend on where the cutting began, so that
   * two scans of one dump can meet there.
   */
  decisions = 0;

  private open = false;
  private start = 0;
  private startLow = 0;
  private startHigh = 0;
  private bylineStart = -1;
  private byline: B | null = null;
  /** The story has more in it than separators. */
  private content = false;
  /** A separator was seen behind content: the next text is another story's. */
  private closed = false;

  // Sums over all lines so far; a story's own are differences.
  private low = 0;
  private high = 0;

  // The last line that is not blank, what lies before it, and what lies before its block.
  private lastStart = 0;
  private lastEnd = 0;
  private beforeLastEnd = 0;
  private beforeLastLow = 0;
  private beforeLastHigh = 0;
  private blockStart = 0;
  private blockFollowsBlank = false;
  private beforeBlockEnd = 0;
  private beforeBlockLow = 0;
  private beforeBlockHigh = 0;

  // Since the last byline, or since the beginning.
  private textSinceByline = false;
  private blankSinceByline = false;
  private gap = false;
  /** Blank lines since the last line that is none. */
  private blanks = 0;

  constructor(rule: SplitRule['kind'], sink: StorySink<B>) {
    this.rule = rule;
    this.sink = sink;
  }

  /**
   * Takes the next line. `byline` is what it says if it is one (a mark may be one too); `low` and `high` are a
   * hash of it, 0 for lines that are not part of a story's identity.
   */
  line(kind: LineKind, start: number, end: number, byline: B | null, low: number, high: number): void {
    if (kind === BLANK) {
      this.gap = true;
      this.blanks++;
      this.blankSinceByline = true;
      return;
    }
    if (!this.open) this.begin(start);
    else this.cutBefore(kind, start);
    if (kind !== MARK || this.rule !== 'separator') this.content = true;
    if (byline !== null && this.bylineStart === -1) {
      this.bylineStart = start;
      this.byline = byline;
    }
    if (kind === BYLINE) {
      this.textSinceByline = false;
      this.blankSinceByline = false;
      this.gap = false;
    } else {
      if (!this.textSinceByline || this.gap) {
        this.blockStart = start;
        this.blockFollowsBlank = this.blankSinceByline;
        this.beforeBlockEnd = this.lastEnd;
        this.beforeBlockLow = this.low;
        this.beforeBlockHigh = this.high;
      }
      this.textSinceByline = true;
      // A label ends what stands above it like a blank line does.
      this.gap = kind === LABEL;
    }
    this.blanks = 0;
    this.beforeLastEnd = this.lastEnd;
    this.beforeLastLow = this.low;
    this.beforeLastHigh = this.high;
    this.lastStart = start;
    this.lastEnd = end;
    this.low = (this.low + low) | 0;
    this.high = (this.high + high) | 0;
  }

  /** Where the story that is not over yet starts. */
  get openStart(): number {
    return this.start;
  }

  /** Ends the last story. */
  finish(): void {
    if (this.open) this.emit(this.lastEnd, this.low, this.high);
    this.open = false;
  }

  private begin(start: number): void {
    this.open = true;
    this.start = start;
    this.startLow = this.low;
    this.startHigh = this.high;
    this.bylineStart = -1;
    this.byline = null;
    this.content = false;
    this.closed = false;
  }

  private cutBefore(kind: LineKind, start: number): void {
    switch (this.rule) {
      case 'byline':
        if (kind === BYLINE) this.cutAtLead(start);
        return;
      case 'blank-lines':
        if (this.gap && kind !== LABEL) this.cutHere(start);
        return;
      case 'wide-gaps':
        if (this.blanks > 1 && kind !== LABEL) this.cutHere(start);
        return;
      case 'headings':
        if (kind === MARK) this.cutHere(start);
        else if (kind === UNDERLINE && this.blockStart === this.lastStart && this.blanks === 0)
          this.cutAtTitle();
        return;
      case 'pattern':
        if (kind === MARK) this.cutHere(start);
        return;
      case 'lines':
        if (kind !== LABEL) this.cutHere(start);
        return;
      case 'separator':
        if (kind === MARK) this.closed = this.content;
        else if (this.closed) this.cutHere(start);
        return;
      case 'whole':
        return;
    }
  }

  private cutAtLead(bylineStart: number): void {
    this.decisions++;
    if (!this.textSinceByline) {
      // Two bylines in a row: the second post has no text before its byline.
      this.cut(bylineStart, this.lastEnd, this.low, this.high);
    } else if (this.blockFollowsBlank) {
      this.cut(this.blockStart, this.beforeBlockEnd, this.beforeBlockLow, this.beforeBlockHigh);
    } else {
      this.cut(this.lastStart, this.beforeLastEnd, this.beforeLastLow, this.beforeLastHigh);
    }
  }

  /** The line before is a title, alone in its block. */
  private cutAtTitle(): void {
    this.decisions++;
    this.cut(this.lastStart, this.beforeLastEnd, this.beforeLastLow, this.beforeLastHigh);
  }

  private cutHere(start: number): void {
    this.decisions++;
    this.cut(start, this.lastEnd, this.low, this.high);
  }

  private cut(start: number, end: number, low: number, high: number): void {
    if (start <= this.start) return;
    this.emit(end, low, high);
    this.begin(start);
    this.startLow = low;
    this.startHigh = high;
  }

  private emit(end: number, low: number, high: number): void {
    this.sink(
      this.start,
      end,
      this.bylineStart,
      this.byline,
      (low - this.startLow) | 0,
      (high - this.startHigh) | 0,
    );
  }
}
