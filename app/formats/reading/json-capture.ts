import { BRACKET_BIT, CLOSING, COMMA, OPENING, QUOTE, StringEnds, skip } from './json-scan.ts';

/** So many units are read at a time, so that one who waits for the value's end can look at it in between. */
const WINDOW = 1 << 14;

/** The text of one value, which is gathered from chunks. */
export class Capture {
  /** Index of its path. */
  readonly path: number;
  /** 1-based line where it starts. */
  readonly line: number;
  /** The value is whole. */
  ended = false;
  private readonly scalar: boolean;
  private readonly limit: number;
  private readonly strings = new StringEnds();
  private depth = 0;
  private parts: string[] = [];
  private length = 0;
  private lookedAt = WINDOW;

  /** @param limit so many UTF-16 units are kept at least */
  constructor(path: number, line: number, scalar: boolean, limit: number) {
    this.path = path;
    this.line = line;
    this.scalar = scalar;
    this.limit = limit;
  }

  get text(): string {
    if (this.parts.length > 1) this.parts = [this.parts.join('')];
    return this.parts[0] ?? '';
  }

  get isTooLarge(): boolean {
    return this.length > this.limit;
  }

  /** True each time when the value has become twice as large, beginning with one that is larger than most. */
  get isSuspicious(): boolean {
    if (this.length <= this.lookedAt || this.isTooLarge) return false;
    this.lookedAt *= 2;
    return true;
  }

  /** A scalar ends with the text, too. */
  finish(): void {
    this.ended ||= this.scalar;
  }

  /** Takes what is the value's from `from` on, at most so much as is read at a time. Returns where to go on. */
  take(chunk: string, from: number): number {
    const to = this.scalar ? this.scalarEnd(chunk, from) : this.valueEnd(chunk, from);
    if (!this.isTooLarge) this.parts.push(chunk.slice(from, to));
    this.length += to - from;
    return to;
  }

  private scalarEnd(chunk: string, from: number): number {
    const end = skip(chunk, from, (code) => code === COMMA || (code | BRACKET_BIT) === CLOSING || code <= 32);
    this.ended = end < chunk.length;
    return end;
  }

  private valueEnd(chunk: string, from: number): number {
    const { strings } = this;
    let { depth } = this;
    let at = from;
    if (strings.open) {
      at = strings.behind(chunk, at);
      this.ended = depth === 0 && !strings.open;
      if (this.ended) return at;
    }
    // Nearly all of a large dump passes through this loop: no regular expression is as fast.
    for (const most = Math.min(chunk.length, from + WINDOW); at < most; at++) {
      const code = chunk.charCodeAt(at);
      if (code === QUOTE) {
        at = strings.behind(chunk, at + 1) - 1;
        this.ended = depth === 0 && !strings.open;
      } else if ((code | BRACKET_BIT) === OPENING) depth++;
      else if ((code | BRACKET_BIT) === CLOSING) this.ended = --depth <= 0;
      if (this.ended) return at + 1;
    }
    this.depth = depth;
    return at;
  }
}
