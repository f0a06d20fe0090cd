import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { ColumnMapping } from '../../../app/formats/column-mapping.ts';
import { ByteChecker } from '../byte-checker.ts';
import { codecOf } from '../codec.ts';
import type { ScanReport, ScanResult } from '../scan-part.ts';
import { StoryColumns } from '../story-columns.ts';
import { LineIndexer, type LineTrouble } from './line-indexer.ts';

/** A part of a dump of JSON lines, which begins and ends with lines. Positions in bytes. */
export interface JsonLinesPart {
  path: string;
  mapping: ColumnMapping;
  from: number;
  to: number;
  chunkBytes: number;
  /** A longer line is left out. */
  lineLimit: number;
}

/** A line that is no story. */
export type BadLine = (LineTrouble | { code: 'record-too-large' }) & {
  /** 1-based, in the part. */
  line: number;
  /** In the dump. */
  byte: number;
};

export interface JsonLinesResult extends ScanResult {
  /** The first `LISTED`, and how many in all. */
  badLines: BadLine[];
  badLineCount: number;
  lines: number;
}

/** A damaged dump may have millions of bad lines; so many are named, the rest only counted. */
export const LISTED = 1000;
/** The first chunk is small, so that the first stories are there at once. */
const FIRST_CHUNK = 1 << 16;
const REPORT_MS = 25;
/** Messages are let in so often: doing it behind every chunk takes as long as reading a tenth of one. */
const TURN_MS = 5;
const LINE_FEED = 0x0a;
const BRACE = 0x7b;
const CODEC = codecOf('utf-8');

/** Indexes a part, reporting as it goes. Lets messages in between chunks; `stopped` ends it early. */
export async function scanJsonLines(
  part: JsonLinesPart,
  report: (report: ScanReport) => void,
  stopped: () => boolean,
): Promise<JsonLinesResult> {
  const fd = openSync(part.path, 'r');
  try {
    const scan = new JsonLinesScan(part, fd);
    let reported = 0;
    let turned = Date.now();
    while (!stopped() && scan.step()) {
      const now = Date.now();
      if (scan.count > 0 && now - reported >= REPORT_MS) {
        report(scan.news());
        reported = now;
      }
      if (now - turned < TURN_MS) continue;
      await setImmediate();
      turned = Date.now();
    }
    return scan.result();
  } finally {
    closeSync(fd);
  }
}

class JsonLinesScan {
  private readonly part: JsonLinesPart;
  private readonly fd: number;
  private readonly columns = new StoryColumns();
  private readonly checker = new ByteChecker(CODEC);
  private readonly indexer: LineIndexer;
  private readonly badLines: BadLine[] = [];
  private badLineCount = 0;
  private lines = 0;
  /** The bytes from `base` on that are not done with: the beginning of a line, and a chunk. */
  private buffer: Buffer;
  private base: number;
  private filled = 0;
  /** Not all of the bytes in the buffer are UTF-8. */
  private damaged = false;
  /** Inside of a line that is too long. */
  private skipping = false;
  private started = false;
  private toldBlocks = 0;
  private toldSources = 0;

  constructor(part: JsonLinesPart, fd: number) {
    this.part = part;
    this.fd = fd;
    this.base = part.from;
    this.buffer = Buffer.allocUnsafe(part.chunkBytes * 2);
    this.indexer = new LineIndexer(part.mapping, this.columns);
  }

  get count(): number {
    return this.columns.count;
  }

  /** Reads and indexes one more chunk; false once there is none. */
  step(): boolean {
    const last = this.read();
    const { buffer, filled } = this;
    // Behind each line stands a line feed, then.
    if (last && filled > 0 && buffer[filled - 1] !== LINE_FEED) buffer[this.filled++] = LINE_FEED;
    const done = this.linesIn(buffer.subarray(0, this.filled));
    buffer.copyWithin(0, done, this.filled);
    this.base += done;
    this.filled -= done;
    this.damaged &&= this.filled > 0;
    return !last;
  }

  news(): ScanReport {
    const { columns, indexer, part } = this;
    const blocks = columns.blocks.slice(this.toldBlocks).map((block) => block.memory);
    const sources = indexer.sources.slice(this.toldSources);
    this.toldBlocks = columns.blocks.length;
    this.toldSources = indexer.sources.length;
    return { blocks, count: columns.count, sources, bytes: Math.min(this.base, part.to) - part.from };
  }

  result(): JsonLinesResult {
    const { badLines, badLineCount, lines, checker } = this;
    const { found: invalid, count: invalidCount } = checker;
    return { ...this.news(), invalid, invalidCount, badLines, badLineCount, lines };
  }

  /** Reads a chunk behind what is left of the one before; true where it is the last one. */
  private read(): boolean {
    const { part, checker, filled } = this;
    const chunk = this.started ? part.chunkBytes : Math.min(FIRST_CHUNK, part.chunkBytes);
    this.started = true;
    this.reserve(filled + chunk + 1);
    const position = this.base + filled;
    const read = readSync(this.fd, this.buffer, filled, Math.min(chunk, part.to - position), position);
    const last = read === 0 || position + read >= part.to;
    const invalid = checker.count;
    checker.check(this.buffer, filled, filled + read, this.base, last);
    this.damaged ||= checker.count > invalid;
    this.filled += read;
    return last;
  }

  private reserve(bytes: number): void {
    if (bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(bytes, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.filled);
    this.buffer = larger;
  }

  /** Takes the lines that end within the bytes. Returns how many bytes are done with. */
  private linesIn(bytes: Buffer): number {
    this.indexer.setBytes(bytes, this.base, this.damaged);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      if (this.skipping) this.skipping = false;
      else this.line(bytes, start, end);
      start = end + 1;
    }
    if (!this.skipping && bytes.length - start > this.part.lineLimit) {
      this.skipping = true;
      this.lines++;
      this.tell({ code: 'record-too-large' }, start);
    }
    return this.skipping ? bytes.length : start;
  }

  private line(bytes: Buffer, from: number, to: number): void {
    this.lines++;
    if (to - from > this.part.lineLimit) this.tell({ code: 'record-too-large' }, from);
    else if (bytes[from] === BRACE || !isBlank(bytes, from, to)) {
      const trouble = this.indexer.line(from, to);
      if (trouble !== null) this.tell(trouble, from);
    }
  }

  private tell(trouble: LineTrouble | { code: 'record-too-large' }, from: number): void {
    this.badLineCount++;
    if (this.badLines.length === LISTED) return;
    this.badLines.push({ ...trouble, line: this.lines, byte: this.base + from });
  }
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  return bytes.toString('utf8', from, to).trim() === '';
}
