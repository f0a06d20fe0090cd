import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { MarkTest } from '../../app/formats/plain-text/mark.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Source } from '../../app/story.ts';
import { ByteChecker } from './byte-checker.ts';
import { type Codec, codecOf, type Encoding } from './codec.ts';
import type { InvalidBytes } from './invalid-bytes.ts';
import { LineScanner, LONG_LINE } from './line-scanner.ts';
import { StoryColumns } from './story-columns.ts';

/** A part of a dump to index: all of it, or what begins or ends at a line in its middle. Positions in bytes. */
export interface PartToScan {
  path: string;
  encoding: Encoding;
  rule: SplitRule;
  /** Start of the text or of a line in it. */
  from: number;
  /** Where the next part starts, or the dump's end. Stories are followed beyond it until the parts meet. */
  to: number;
  /** True when a story may have begun before `from`. */
  inside: boolean;
  chunkBytes: number;
  /** Where the two parts of a dump meet; null when there is one part. */
  meeting: SharedArrayBuffer | null;
}

/** What a scan has found since its last report. */
export interface ScanReport {
  /** Memory of the blocks that are new. */
  blocks: SharedArrayBuffer[];
  /** Stories that are in the blocks by now. */
  count: number;
  sources: Source[];
  /** Bytes done. */
  bytes: number;
}

export interface ScanResult extends ScanReport {
  /** At most `INVALID_LISTED`, and how many in all. */
  invalid: InvalidBytes[];
  invalidCount: number;
}

/** The first chunk is small, so that the first stories are there at once. */
const FIRST_CHUNK = 1 << 16;
const REPORT_MS = 25;
/** Messages are let in so often: doing it behind every chunk takes as long as scanning a tenth of one. */
const TURN_MS = 5;
/** Rules that look at no marks. */
const MARKLESS = new Set<SplitRule['kind']>(['byline', 'whole', 'lines', 'blank-lines', 'wide-gaps']);

/**
 * Where two scans of one dump meet: the first story that the second one is sure about. Two scans started at
 * different lines see the same boundaries from the second one on.
 */
class Meeting {
  static readonly BYTES = 16;
  private readonly known: Int32Array;
  private readonly position: Float64Array;

  constructor(memory: SharedArrayBuffer) {
    this.known = new Int32Array(memory, 0, 1);
    this.position = new Float64Array(memory, 8, 1);
  }

  set(position: number): void {
    if (Atomics.load(this.known, 0) !== 0) return;
    this.position[0] = position;
    Atomics.store(this.known, 0, 1);
  }

  get(): number | null {
    return Atomics.load(this.known, 0) === 0 ? null : (this.position[0] as number);
  }
}

export function newMeeting(): SharedArrayBuffer {
  return new SharedArrayBuffer(Meeting.BYTES);
}

/** Scans a part of a dump, reporting as it goes. Lets messages in between chunks; `stopped` ends it early. */
export async function scanPart(
  part: PartToScan,
  report: (report: ScanReport) => void,
  stopped: () => boolean,
): Promise<ScanResult> {
  const fd = openSync(part.path, 'r');
  try {
    return await scan(part, fd, report, stopped);
  } finally {
    closeSync(fd);
  }
}

async function scan(
  part: PartToScan,
  fd: number,
  report: (report: ScanReport) => void,
  stopped: () => boolean,
): Promise<ScanResult> {
  const codec = codecOf(part.encoding);
  const columns = new StoryColumns();
  const checker = new ByteChecker(codec);
  const meeting = part.meeting === null ? null : new Meeting(part.meeting);
  const readAt = (position: number, length: number) => {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(fd, bytes, 0, length, position));
  };
  const mark = await markTestOf(part.rule);
  const scanner = new LineScanner(codec, part.rule, mark, columns, readAt, part.inside);
  const buffer = Buffer.allocUnsafe(part.chunkBytes + LONG_LINE);
  let base = part.from;
  let filled = 0;
  let reported = Date.now();
  let turned = reported;
  let reportedBlocks = 0;
  let reportedSources = 0;
  const news = (): ScanReport => {
    const blocks = columns.blocks.slice(reportedBlocks).map((block) => block.memory);
    const sources = scanner.sources.slice(reportedSources);
    reportedBlocks = columns.blocks.length;
    reportedSources = scanner.sources.length;
    return { blocks, count: columns.count, sources, bytes: Math.min(base, part.to) - part.from };
  };
  for (let first = true; !stopped(); first = false) {
    const wanted = Math.min(
      buffer.length - filled,
      first ? Math.min(FIRST_CHUNK, part.chunkBytes) : part.chunkBytes,
    );
    const read = readSync(fd, buffer, filled, wanted, base + filled);
    checker.check(
      buffer,
      filled,
      Math.max(filled, Math.min(filled + read, part.to - base)),
      base,
      base + filled + read >= part.to,
    );
    filled += read;
    if (read === 0) {
      scanner.lastLine(buffer, filled, base);
      scanner.finish();
      if (part.inside)
        meeting?.set(scanner.trustedFrom === -1 ? Number.POSITIVE_INFINITY : scanner.trustedFrom);
      else if (meeting !== null) {
        // Having come to the end first, it still has to know which stories are the other's.
        while (meeting.get() === null && !stopped()) await setTimeout(1);
        hasMet(columns, meeting);
      }
      break;
    }
    const used = scanner.push(buffer, filled, base);
    buffer.copyWithin(0, used, filled);
    base += used;
    filled -= used;
    if (filled > LONG_LINE) {
      base = skipLongLine(fd, codec, scanner, checker, buffer, filled, base, part.to);
      filled = 0;
    }
    if (meeting !== null) {
      if (part.inside) {
        if (scanner.trustedFrom !== -1) meeting.set(scanner.trustedFrom);
      } else if (hasMet(columns, meeting)) break;
    }
    // What lies beyond the part may still turn out to be the other part's.
    if (base < part.to && columns.count > 0 && (reportedBlocks === 0 || Date.now() - reported >= REPORT_MS)) {
      report(news());
      reported = Date.now();
    }
    if (Date.now() - turned < TURN_MS) continue;
    await setImmediate();
    turned = Date.now();
  }
  return { ...news(), invalid: checker.found, invalidCount: checker.count };
}

/** The regular expression engine is loaded for those who need it: it would hold up everybody's first story. */
async function markTestOf(rule: SplitRule): Promise<MarkTest | null> {
  if (MARKLESS.has(rule.kind)) return null;
  const { markTest } = await import('../../app/formats/plain-text/line-rules.ts');
  return markTest(rule);
}

/** True once the first part has come to the second's first story; drops what it has scanned beyond. */
function hasMet(columns: StoryColumns, meeting: Meeting): boolean {
  const at = meeting.get();
  if (at === null || columns.count === 0 || columns.startOf(columns.count - 1) < at) return false;
  while (columns.count > 0 && columns.startOf(columns.count - 1) >= at) columns.count--;
  return true;
}

/**
 * Reads on to the end of a line that is too long to hold, then scans it by its head.
 * @returns where the next line starts
 */
function skipLongLine(
  fd: number,
  codec: Codec,
  scanner: LineScanner,
  checker: ByteChecker,
  head: Buffer,
  filled: number,
  base: number,
  partEnd: number,
): number {
  // The checker may still need the last few bytes of a character that was cut.
  const kept = Math.min(filled, 4);
  const chunk = Buffer.allocUnsafe((1 << 20) + kept);
  head.copy(chunk, 0, filled - kept, filled);
  let position = base + filled;
  let lastUnit = codec.at(head, filled - (filled % codec.unit) - codec.unit);
  for (;;) {
    // Whole units only, so that a line feed of UTF-16 is never cut.
    const misplaced = (position - base) % codec.unit;
    const read = readSync(fd, chunk, kept, chunk.length - kept, position);
    const from = kept - misplaced;
    const newline = read === 0 ? -1 : codec.newline(chunk, from, kept + read);
    const end = newline === -1 ? kept + read : newline + codec.unit;
    const offset = position - kept;
    const checkTo = Math.max(kept, Math.min(end, partEnd - offset));
    checker.check(chunk, kept, checkTo, offset, read === 0 || offset + end >= partEnd);
    if (newline !== -1 || read === 0) {
      let lineEnd = offset + (newline === -1 ? kept : newline);
      if (newline > from) lastUnit = codec.at(chunk, newline - codec.unit);
      if (newline !== -1 && lastUnit === 13) lineEnd -= codec.unit;
      scanner.longLine(head, filled, base, lineEnd);
      return offset + (newline === -1 ? kept : newline + codec.unit);
    }
    const whole = kept + read - ((kept + read - from) % codec.unit);
    lastUnit = codec.at(chunk, whole - codec.unit);
    position += read;
    chunk.copyWithin(0, read, kept + read);
  }
}
