import type { SplitRule } from '../../app/formats/split-rule.ts';
import { codecOf, type Encoding } from './codec.ts';
import type { DumpFile } from './dump-file.ts';
import type { DumpIndex } from './dump-index.ts';
import type { InvalidBytes } from './invalid-bytes.ts';
import { newMeeting, type PartToScan, type ScanResult } from './scan-part.ts';
import type { Workers } from './workers.ts';

/** A dump this large is scanned by two threads, from its start and from its middle. In bytes. */
const LARGE_DUMP = 48 << 20;
/** Small enough to stay in the processor's cache between reading and scanning. */
export const CHUNK_BYTES = 1 << 18;
/** The second part begins at the first line behind the middle, if there is one within so many bytes. */
const LINE_WITHIN = 1 << 20;

/** How a scan goes about it. The outcome is the same for any values. */
export interface ScanTuning {
  /** Bytes read at a time. */
  chunkBytes?: number;
  /** Where a second thread begins, in bytes; near the middle of a large dump where it is not given. */
  splitAt?: number;
}

/** Where a dump's text starts, and in what encoding. */
interface TextStart {
  encoding: Encoding;
  /** Bytes of the byte order mark. */
  bomBytes: number;
}

export interface DumpToScan extends TextStart {
  rule: SplitRule;
}

export interface InvalidFound {
  invalid: InvalidBytes[];
  invalidCount: number;
}

/** Indexes a dump in the background threads; `changed` is called after each report. */
export async function scanDump(
  file: DumpFile,
  dump: DumpToScan,
  workers: Workers,
  startIndex: (parts: number) => DumpIndex,
  changed: () => void,
  signal: AbortSignal | undefined,
  tuning: ScanTuning,
): Promise<InvalidFound> {
  const middle = await secondPartStart(file, dump, tuning.splitAt);
  const shared = {
    path: file.path,
    encoding: dump.encoding,
    rule: dump.rule,
    chunkBytes: tuning.chunkBytes ?? CHUNK_BYTES,
    meeting: middle === null ? null : newMeeting(),
  };
  const parts: PartToScan[] = [{ ...shared, from: dump.bomBytes, to: middle ?? file.bytes, inside: false }];
  if (middle !== null) parts.push({ ...shared, from: middle, to: file.bytes, inside: true });
  const index = startIndex(parts.length);
  const results = await Promise.all(
    parts.map(async (part, number): Promise<ScanResult> => {
      const report = (news: Parameters<DumpIndex['report']>[1], done: boolean) => {
        index.report(number, news, done);
        changed();
      };
      const result = await workers
        .at(number)
        .run('scan', part, { report: (news) => report(news, false), signal });
      report(result, true);
      return result;
    }),
  );
  return {
    invalid: results.flatMap((result) => result.invalid),
    invalidCount: results.reduce((sum, result) => sum + result.invalidCount, 0),
  };
}

/** Start of the first line behind the middle; null where one thread is enough. */
export async function secondPartStart(
  file: DumpFile,
  { encoding, bomBytes }: TextStart,
  splitAt: number | undefined,
): Promise<number | null> {
  if (splitAt === undefined && file.bytes < LARGE_DUMP) return null;
  const codec = codecOf(encoding);
  const middle = splitAt ?? Math.floor(file.bytes / 2);
  const from = middle - ((middle - bomBytes) % codec.unit);
  const bytes = await file.read(from, LINE_WITHIN);
  const newline = codec.newline(bytes, 0, bytes.length);
  const start = from + newline + codec.unit;
  return newline === -1 || start >= file.bytes ? null : start;
}
