import type { Problem } from '../../problem.ts';
import { joined, latin1 } from './bytes.ts';
import { isBlank, isFrom, isQuotedFrom, LF, LONGEST_FROM_LINE } from './line-bytes.ts';
import { MimeFilter } from './mime-filter.ts';

/** A message of a file. */
export interface RawMessage {
  /** 0-based byte where it starts. */
  start: number;
  /** The line above it in a mailbox; empty for a message alone. */
  fromLine: string;
  /** As `MimeFilter` makes it of what stands in the file. */
  bytes: Uint8Array;
}

/** What may stand between the length that a header gives and the next message. In bytes. */
const SLACK = 4;
const BOM = [0xef, 0xbb, 0xbf];

/** A place where a message may begin: in the file, and in what is collected. */
interface Place {
  start: number;
  offset: number;
}

/** Finds the messages in blocks of bytes, and collects what is worth keeping of each. */
export class MessageSplitter {
  private readonly name: string;
  private readonly limit: number;
  /** There is one message, and no line above it. */
  private readonly lone: boolean;
  private readonly found: (RawMessage | Problem)[] = [];
  /** Bytes behind the last line break. */
  private rest: Uint8Array[] = [];
  private restSize = 0;
  /** Where the lines that come next start in the file. */
  private position = 0;
  /** The message that is read; `start` is -1 above the first one. */
  private start: number;
  private filter = new MimeFilter();
  private parts: Uint8Array[] = [];
  private size = 0;
  private leftOut = false;
  private behindBlank = true;
  /** What comes next goes on with a line that was too long to be waited for. */
  private withinLine = false;
  /** Bytes of its body so far, as written; -1 within its headers. */
  private body = -1;
  private contentLength: number | null = null;
  /** Places within the length that a header gave. */
  private doubts: Place[] = [];
  private preamble = false;

  constructor(name: string, limit: number, lone: boolean) {
    this.name = name;
    this.limit = limit;
    this.lone = lone;
    this.start = lone ? 0 : -1;
  }

  *take(): Generator<RawMessage | Problem> {
    yield* this.found;
    this.found.length = 0;
  }

  push(chunk: Uint8Array): void {
    const end = chunk.lastIndexOf(LF) + 1;
    if (end > 0) {
      this.rest.push(chunk.subarray(0, end));
      this.flushRest();
    }
    // The host may use its memory again.
    this.rest.push(chunk.slice(end));
    this.restSize += chunk.length - end;
    // A line longer than any message is passed on in pieces, of which none can be taken for the line above a message.
    if (this.restSize > Math.max(this.limit, LONGEST_FROM_LINE)) this.flushRest();
  }

  finish(): void {
    this.flushRest();
    this.end();
    if (!this.preamble) return;
    const params = { entry: this.name, unit: 'byte', position: 0, detail: 'From …' };
    this.found.push({ code: 'entry-damaged', params });
  }

  private flushRest(): void {
    const block = joined(this.rest);
    this.rest = [];
    this.restSize = 0;
    this.lines(block);
  }

  private lines(block: Uint8Array): void {
    /** Start of what is to be kept. */
    let kept = this.position === 0 && BOM.every((byte, at) => block[at] === byte) ? BOM.length : 0;
    for (let at = kept; at < block.length; ) {
      const newline = block.indexOf(LF, at);
      const next = newline === -1 ? block.length : newline + 1;
      const continues = this.withinLine;
      if (this.lone && this.size === 0 && kept === at && !continues && isBlank(block, at, next)) {
        kept = next;
        at = next;
        continue;
      }
      let begins = false;
      if (!continues && this.behindBlank && !this.lone && isFrom(block, at, next)) {
        this.collect(block, kept, at);
        begins = this.mayBegin(this.position + at);
        kept = at;
      } else if (!continues && !this.lone && isQuotedFrom(block, at, next)) {
        this.collect(block, kept, at);
        kept = at + 1;
      }
      const verdict = begins || this.start === -1 || this.filter.line(block, at, next, continues);
      if (verdict !== true) {
        this.collect(block, kept, at);
        if (verdict !== false) this.collect(verdict, 0, verdict.length);
        kept = next;
      }
      this.learn(block, at, next, continues);
      this.withinLine = newline === -1;
      at = next;
    }
    this.collect(block, kept, block.length);
    this.position += block.length;
  }

  /** @returns whether a message begins here for sure */
  private mayBegin(start: number): boolean {
    const within = this.contentLength !== null && this.body >= 0 && this.body < this.contentLength - SLACK;
    if (within) {
      this.doubts.push({ start, offset: this.size });
      this.filter.keepEverything();
    } else {
      this.end();
      this.start = start;
    }
    return !within;
  }

  private learn(block: Uint8Array, at: number, next: number, continues: boolean): void {
    this.behindBlank = !continues && isBlank(block, at, next);
    if (this.start === -1) this.preamble ||= !this.behindBlank;
    else if (this.body >= 0) this.body += next - at;
    else if (this.behindBlank) this.body = 0;
    else if (!continues && next - at < 60 && (block[at] === 67 || block[at] === 99)) {
      const length = /^content-length:\s{0,9}(\d{1,12})\s*$/iu.exec(latin1(block, at, next))?.[1];
      if (length === undefined) return;
      this.contentLength = Number(length);
      // What stands within that length may turn out to be other messages.
      this.filter.keepAsWritten();
    }
  }

  private collect(block: Uint8Array, from: number, to: number): void {
    if (this.start === -1 || this.leftOut || from >= to) return;
    this.parts.push(block.slice(from, to));
    this.size += to - from;
    if (this.size <= this.limit && !this.filter.beyondBounds) return;
    // A length beyond all bounds is not believed.
    this.contentLength = null;
    this.splitAtDoubts();
    this.leftOut = this.size > this.limit || this.filter.beyondBounds;
    if (this.leftOut) this.parts = [];
  }

  /** The message ends here. */
  private end(): void {
    const believed = this.contentLength !== null && Math.abs(this.body - this.contentLength) <= SLACK;
    if (!believed) this.splitAtDoubts();
    if (this.start !== -1) this.emit(this.start, joined(this.parts));
    this.start = -1;
    this.filter = new MimeFilter();
    this.parts = [];
    this.size = 0;
    this.leftOut = false;
    this.body = -1;
    this.contentLength = null;
    this.doubts = [];
  }

  /** The length was wrong: what looked like messages were messages. The last one goes on. */
  private splitAtDoubts(): void {
    const last = this.doubts.at(-1);
    if (last === undefined) return;
    const bytes = joined(this.parts);
    let { start } = this;
    let from = 0;
    for (const doubt of this.doubts) {
      this.emit(start, bytes.subarray(from, doubt.offset));
      start = doubt.start;
      from = doubt.offset;
    }
    this.start = start;
    this.parts = [bytes.subarray(from)];
    this.size = bytes.length - from;
    this.doubts = [];
  }

  private emit(start: number, bytes: Uint8Array): void {
    if (this.leftOut) {
      const params = { entry: this.name, unit: 'byte', position: start };
      const { beyondBounds } = this.filter;
      this.found.push(
        beyondBounds
          ? { code: 'record-bad-shape', params: { ...params, detail: 'MIME' } }
          : { code: 'record-too-large', params: { ...params, limit: this.limit } },
      );
      return;
    }
    const line = this.lone ? 0 : bytes.indexOf(LF) + 1 || bytes.length;
    const fromLine = latin1(bytes, 0, Math.min(line, LONGEST_FROM_LINE)).trimEnd();
    this.found.push({ start, fromLine, bytes: bytes.subarray(line) });
  }
}
