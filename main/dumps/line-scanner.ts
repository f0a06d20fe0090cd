import { BYLINE_MAX_LENGTH } from '../../app/formats/plain-text/byline.ts';
import { isLabel, LABEL_MAX_LENGTH } from '../../app/formats/plain-text/label.ts';
import { MARK_MAX_LENGTH, type MarkTest } from '../../app/formats/plain-text/mark.ts';
import { storyLanguage } from '../../app/formats/plain-text/plain-text.ts';
import {
  BLANK,
  BYLINE,
  LABEL,
  type LineKind,
  MARK,
  StoryCutter,
  TEXT,
  UNDERLINE,
} from '../../app/formats/plain-text/story-cutter.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Source } from '../../app/story.ts';
import { asciiLanguage } from '../../app/text/ascii-language.ts';
import { LANGUAGE_SAMPLE, languageCode } from '../../app/text/language.ts';
import { type BylineFacts, BylineMemory } from './byline-memory.ts';
import type { Codec } from './codec.ts';
import { isPlainlyJapanese } from './plainly-japanese.ts';
import { NO_DAY, NO_SOURCE, NO_TIME, type StoryColumns } from './story-columns.ts';

/** Reads up to `length` bytes of the dump at a byte position: for what is no longer in memory. */
export type ReadAt = (position: number, length: number) => Buffer;

/** A line may be 100 MB long: behind this many bytes nothing about it is remembered but where it ends. */
export const LONG_LINE = 1 << 16;
/** No character takes more bytes than this for each of its UTF-16 units. */
const BYTES_A_UNIT = 3;
const JAPANESE = languageCode('ja');
const SAMPLE_BYTES = LANGUAGE_SAMPLE * BYTES_A_UNIT + 4;
/**
 * Turns bytes into rows of an index. Fed with chunks of any size, it gives the same rows; a chunk must hold
 * whole lines, except that the head of a line longer than `LONG_LINE` may be cut from its tail (`longLine`).
 */
export class LineScanner {
  private readonly codec: Codec;
  private readonly mark: MarkTest | null;
  private readonly separates: boolean;
  private readonly readAt: ReadAt;
  private readonly columns: StoryColumns;
  private readonly cutter: StoryCutter<BylineFacts>;
  private readonly bylines: BylineMemory;
  private bytes: Buffer = Buffer.alloc(0);
  /** Position in the dump of `bytes[0]`, and how many of `bytes` are in use. */
  private offset = 0;
  private filled = 0;
  private low = 0;
  private high = 0;
  /**
   * A scan that begins inside a dump cannot know the story it begins in. It keeps stories from `trustedFrom` on:
   * the second boundary it sees, which is the same wherever a scan began. -1 until then.
   */
  trustedFrom: number;

  constructor(
    codec: Codec,
    rule: SplitRule,
    mark: MarkTest | null,
    columns: StoryColumns,
    readAt: ReadAt,
    inside: boolean,
  ) {
    this.codec = codec;
    this.bylines = new BylineMemory(codec);
    this.mark = mark;
    this.columns = columns;
    this.readAt = readAt;
    this.trustedFrom = inside ? -1 : 0;
    this.separates = rule.kind === 'separator';
    this.cutter = new StoryCutter(rule.kind, (start, end, bylineStart, byline, low, high) =>
      this.add(start, end, bylineStart, byline, low, high),
    );
  }

  /** Everybody who has published a story so far. */
  get sources(): Source[] {
    return this.bylines.sources;
  }

  /** Takes `bytes[0..filled]`, of which the lines that end within are scanned. Returns how many bytes those are. */
  push(bytes: Buffer, filled: number, offset: number): number {
    this.bytes = bytes;
    this.offset = offset;
    this.filled = filled;
    const { codec } = this;
    let start = 0;
    for (
      let newline = codec.newline(bytes, 0, filled);
      newline !== -1;
      newline = codec.newline(bytes, start, filled)
    ) {
      this.line(start, newline, offset);
      start = newline + codec.unit;
    }
    return start;
  }

  /** Takes the dump's last line, which has no line break. */
  lastLine(bytes: Buffer, filled: number, offset: number): void {
    this.bytes = bytes;
    this.offset = offset;
    this.filled = filled;
    if (filled > 0) this.line(0, filled, offset);
  }

  /** Takes a line of which only the head is in memory. `end` is where it ends in the dump. */
  longLine(head: Buffer, filled: number, offset: number, end: number): void {
    this.bytes = head;
    this.offset = offset;
    this.filled = filled;
    this.classify(0, Math.min(filled, LONG_LINE), offset, end);
  }

  finish(): void {
    this.cutter.finish();
  }

  private line(from: number, to: number, offset: number): void {
    const { codec, bytes } = this;
    if (to > from && codec.at(bytes, to - codec.unit) === 13) to -= codec.unit;
    if (to === from) this.cutter.line(BLANK, offset + from, offset + to, null, 0, 0);
    else this.classify(from, Math.min(to, from + LONG_LINE), offset, offset + to);
  }

  /** @param to end of what is looked at, `end` end of the line in the dump */
  private classify(from: number, to: number, offset: number, end: number): void {
    const { codec, bytes } = this;
    const start = offset + from;
    const length = end - start;
    const first = this.skipBlanks(from, to);
    let kind: LineKind = TEXT;
    let byline: BylineFacts | null = null;
    if (first === to && length <= LONG_LINE) kind = BLANK;
    else if (first < to) {
      const code = codec.at(bytes, first);
      if (length <= BYLINE_MAX_LENGTH * BYTES_A_UNIT && this.mayBeDash(code, first)) {
        byline = this.bylines.read(bytes, from, to);
        if (byline !== null) kind = BYLINE;
      }
      const marked = this.mark === null ? null : this.markOf(this.mark, from, to);
      if (marked !== null) kind = marked === 'here' ? MARK : UNDERLINE;
      else if (kind === TEXT && length <= LABEL_MAX_LENGTH * BYTES_A_UNIT && this.mayBeHash(code, first)) {
        if (isLabel(codec.decode(bytes, from, to))) kind = LABEL;
      }
    }
    // What is no part of a story's identity does not count in its fingerprint either.
    if (kind === BLANK || kind === LABEL || (kind === MARK && this.separates)) this.low = this.high = 0;
    else this.hash(from, to, length);
    this.cutter.line(kind, start, end, byline, this.low, this.high);
    if (this.trustedFrom === -1 && this.cutter.decisions >= 2) this.trustedFrom = this.cutter.openStart;
  }

  private skipBlanks(from: number, to: number): number {
    const { codec, bytes } = this;
    if (codec.unit === 2) {
      for (; from < to; from += 2) {
        const code = codec.at(bytes, from);
        if (code !== 32 && (code < 9 || code > 13) && code !== 0xa0 && code !== 0x3000) return from;
        if (code === 10) return from;
      }
      return from;
    }
    for (;;) {
      const byte = from < to ? (bytes[from] as number) : 0;
      if (byte === 32 || byte === 9 || (byte >= 11 && byte <= 13)) from++;
      else if (byte === 0xe3 && from + 2 < to && bytes[from + 1] === 0x80 && bytes[from + 2] === 0x80)
        from += 3;
      else if (byte === 0xc2 && from + 1 < to && bytes[from + 1] === 0xa0) from += 2;
      else return from;
    }
  }

  /** End of `from`..`to` without the blanks behind it. */
  private trimEnd(from: number, to: number): number {
    const { codec, bytes } = this;
    if (codec.unit === 2) {
      for (; to > from; to -= 2) {
        const code = codec.at(bytes, to - 2);
        if (code !== 32 && (code < 9 || code > 13) && code !== 0xa0 && code !== 0x3000) return to;
      }
      return to;
    }
    for (;;) {
      const byte = to > from ? (bytes[to - 1] as number) : 0;
      if (byte === 32 || byte === 9 || (byte >= 11 && byte <= 13)) to--;
      else if (byte === 0x80 && to - 2 > from && bytes[to - 2] === 0x80 && bytes[to - 3] === 0xe3) to -= 3;
      else if (byte === 0xa0 && to - 1 > from && bytes[to - 2] === 0xc2) to -= 2;
      else return to;
    }
  }

  /** False for almost every line that is no byline, by its first character alone. */
  private mayBeDash(code: number, index: number): boolean {
    if (code === 0x2d || code === 0x26) return true;
    if (this.codec.unit === 2)
      return (code >= 0x2010 && code <= 0x2500) || code === 0x30fc || code === 0xff0d || code === 0xff70;
    const { bytes } = this;
    if (code === 0xe2) {
      const second = bytes[index + 1];
      return second === 0x80 || second === 0x94 || second === 0x88;
    }
    if (code === 0xe3) return bytes[index + 1] === 0x83 && bytes[index + 2] === 0xbc;
    return code === 0xef;
  }

  private mayBeHash(code: number, index: number): boolean {
    if (code === 0x23) return true;
    if (this.codec.unit === 2) return code === 0xff03;
    return code === 0xef && this.bytes[index + 1] === 0xbc && this.bytes[index + 2] === 0x83;
  }

  private markOf(mark: MarkTest, from: number, to: number): ReturnType<MarkTest> {
    const line = this.codec.decode(this.bytes, from, Math.min(to, from + MARK_MAX_LENGTH * BYTES_A_UNIT));
    return mark(line.slice(0, MARK_MAX_LENGTH));
  }

  /** Samples a line: length and three spots of it. Blanks at its end do not count, nor does the encoding's line end. */
  private hash(from: number, to: number, length: number): void {
    if (length > LONG_LINE) {
      // Of a long line only the head is in memory.
      this.low = Math.imul(this.word(from) ^ LONG_LINE, 0x9e3779b1);
      this.high = this.low;
      return;
    }
    const end = this.trimEnd(from, to);
    const size = end - from;
    if (size < 4) {
      let word = size;
      for (let index = from; index < end; index++) word = (word << 8) | (this.bytes[index] as number);
      this.low = Math.imul(word, 0x9e3779b1);
      this.high = Math.imul(word, 0x85ebca77);
      return;
    }
    const middle = this.word(from + ((size - 4) >>> 1));
    const low = Math.imul(this.word(from) ^ size, 0x9e3779b1) ^ Math.imul(middle, 0x85ebca77);
    const high = Math.imul(this.word(end - 4) ^ size, 0xc2b2ae3d) ^ Math.imul(middle, 0x27d4eb2f);
    this.low = low ^ (low >>> 15);
    this.high = high ^ (high >>> 13);
  }

  private word(index: number): number {
    const { bytes } = this;
    return (
      (bytes[index] as number) |
      ((bytes[index + 1] as number) << 8) |
      ((bytes[index + 2] as number) << 16) |
      ((bytes[index + 3] as number) << 24)
    );
  }

  private add(
    start: number,
    end: number,
    bylineStart: number,
    byline: BylineFacts | null,
    low: number,
    high: number,
  ): void {
    if (this.trustedFrom === -1) return;
    this.columns.add(
      start,
      end,
      bylineStart,
      byline?.source ?? NO_SOURCE,
      byline?.day ?? NO_DAY,
      low,
      high,
      this.language(start, end, bylineStart),
      byline?.precision ?? 0,
      byline?.time ?? NO_TIME,
    );
  }

  /** As `storyLanguage` reads it from the whole text, from as few bytes as it takes. */
  private language(start: number, end: number, byline: number): number {
    const { codec, bytes, offset } = this;
    const headEnd = Math.min(byline === -1 ? end : byline, start + SAMPLE_BYTES);
    if (codec.unit === 1 && start >= offset && headEnd <= offset + this.filled) {
      if (isPlainlyJapanese(bytes, start - offset, headEnd - offset, LANGUAGE_SAMPLE)) return JAPANESE;
      const told = asciiLanguage(bytes, start - offset, headEnd - offset, LANGUAGE_SAMPLE, false);
      if (told !== null) return languageCode(told);
    }
    const head = this.text(start, headEnd).slice(0, LANGUAGE_SAMPLE);
    if (byline === -1) return languageCode(storyLanguage(head, -1));
    const lead = storyLanguage(head, head.length);
    if (lead !== 'und') return languageCode(lead);
    const lineAndSample = BYLINE_MAX_LENGTH * BYTES_A_UNIT + 2 * codec.unit + SAMPLE_BYTES;
    return languageCode(storyLanguage(this.text(byline, Math.min(end, byline + lineAndSample)), 0));
  }

  private text(start: number, end: number): string {
    const from = start - this.offset;
    const to = end - this.offset;
    if (from >= 0 && to <= this.filled) return this.codec.decode(this.bytes, from, to);
    const bytes = this.readAt(start, end - start);
    return this.codec.decode(bytes, 0, bytes.length);
  }
}
