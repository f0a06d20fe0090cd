/**
 * The index of a dump: a few numbers a story, in columns over shared memory, so that workers fill and search
 * what the main thread reads. Grows by blocks, since shared memory cannot be moved.
 */
export const BLOCK_STORIES = 1 << 14;
/** Bytes a story: start 8, length 4, byline 4, source 4, day 4, fingerprint 8, time 4, language 1, flags 1. */
export const STORY_BYTES = 38;
export const BLOCK_BYTES = BLOCK_STORIES * STORY_BYTES;

/** The byline column of a story without one. */
export const NO_BYLINE = 0xffffffff;
/** The source column of a story without one. */
export const NO_SOURCE = 0xffffffff;
/** The day column of a story without a date. */
export const NO_DAY = -0x80000000;
/** The time column of a story without a time of day. */
export const NO_TIME = 0xffffffff;

/** One block's columns. All rows of a block exist; how many are filled is the owner's to know. */
export class ColumnBlock {
  readonly memory: SharedArrayBuffer;
  /** Byte where the story starts in the dump. */
  readonly start: Float64Array;
  /** Bytes of the story. */
  readonly length: Uint32Array;
  /**
   * Bytes from the story's start to its byline's line, or `NO_BYLINE`. In records, to the string of the text; in records of
   * the dump's own, as `packedRange` makes it.
   */
  readonly byline: Uint32Array;
  readonly source: Uint32Array;
  /** Days since 1970-01-01, or `NO_DAY`. */
  readonly day: Int32Array;
  /** Equal for stories with equal canonical text; two halves. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Seconds since midnight, by the clock that the date is given in, or `NO_TIME`. */
  readonly time: Uint32Array;
  /** Index into `LANGUAGES`. */
  readonly language: Uint8Array;
  /** Index into `PRECISIONS`. */
  readonly flags: Uint8Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(BLOCK_BYTES)) {
    this.memory = memory;
    const n = BLOCK_STORIES;
    this.start = new Float64Array(memory, 0, n);
    this.length = new Uint32Array(memory, n * 8, n);
    this.byline = new Uint32Array(memory, n * 12, n);
    this.source = new Uint32Array(memory, n * 16, n);
    this.day = new Int32Array(memory, n * 20, n);
    this.low = new Int32Array(memory, n * 24, n);
    this.high = new Int32Array(memory, n * 28, n);
    this.time = new Uint32Array(memory, n * 32, n);
    this.language = new Uint8Array(memory, n * 36, n);
    this.flags = new Uint8Array(memory, n * 37, n);
  }
}

/** A growing run of blocks, as the scanner of one part of a dump fills it. */
export class StoryColumns {
  readonly blocks: ColumnBlock[] = [];
  count = 0;

  add(
    start: number,
    end: number,
    byline: number,
    source: number,
    day: number,
    low: number,
    high: number,
    language: number,
    flags: number,
    time: number,
  ): void {
    const row = this.count & (BLOCK_STORIES - 1);
    if (row === 0 && this.count === this.blocks.length * BLOCK_STORIES) this.blocks.push(new ColumnBlock());
    const block = this.blocks[this.count >>> 14] as ColumnBlock;
    block.start[row] = start;
    block.length[row] = end - start;
    block.byline[row] = byline === -1 ? NO_BYLINE : byline - start;
    block.source[row] = source;
    block.day[row] = day;
    block.low[row] = low;
    block.high[row] = high;
    block.language[row] = language;
    block.flags[row] = flags;
    block.time[row] = time;
    this.count++;
  }

  blockOf(ordinal: number): ColumnBlock {
    return this.blocks[ordinal >>> 14] as ColumnBlock;
  }

  startOf(ordinal: number): number {
    return this.blockOf(ordinal).start[ordinal & (BLOCK_STORIES - 1)] as number;
  }

  endOf(ordinal: number): number {
    const block = this.blockOf(ordinal);
    const row = ordinal & (BLOCK_STORIES - 1);
    return (block.start[row] as number) + (block.length[row] as number);
  }

  bylineOf(ordinal: number): number {
    return this.blockOf(ordinal).byline[ordinal & (BLOCK_STORIES - 1)] as number;
  }

  /** The first story that ends behind `byte`; `count` where there is none. */
  firstEndingAfter(byte: number): number {
    let from = 0;
    let to = this.count;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.endOf(middle) > byte) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
