import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Problem } from '../../app/problem.ts';
import type { Encoding } from './codec.ts';
import type { DumpFile } from './dump-file.ts';
import type { DumpIndex } from './dump-index.ts';
import type { DumpReader, Found, Kept } from './reader.ts';
import { type InvalidFound, type ScanTuning, scanDump } from './scan-dump.ts';
import type { StoryKind } from './story-kind.ts';
import type { Workers } from './workers.ts';

/** What the beginning of a plain text tells. */
export interface PlainTextHead {
  encoding: Encoding;
  /** Bytes of the byte order mark. */
  bomBytes: number;
  guessedRule: SplitRule;
}

/** Reads plain text in place: the index has the byte ranges of the stories in the dump's own file. */
export class PlainTextReader implements DumpReader {
  readonly format = 'plain-text';
  readonly encoding: Encoding;
  readonly rule: SplitRule;
  readonly guessedRule: SplitRule;
  readonly kind: StoryKind;
  readonly data: DumpFile;
  readonly bomBytes: number;
  private readonly head: PlainTextHead;
  private readonly tuning: ScanTuning;

  constructor(file: DumpFile, head: PlainTextHead, rule: SplitRule, tuning: ScanTuning) {
    this.data = file;
    this.head = head;
    this.encoding = head.encoding;
    this.rule = rule;
    this.guessedRule = head.guessedRule;
    this.kind = { kind: 'text', encoding: head.encoding, rule };
    this.bomBytes = head.bomBytes;
    this.tuning = tuning;
  }

  async resume(): Promise<boolean> {
    return true;
  }

  async index(
    startIndex: (parts: number) => DumpIndex,
    changed: () => void,
    workers: Workers,
    signal: AbortSignal | undefined,
  ): Promise<Found> {
    const dump = { ...this.head, rule: this.rule };
    let index: DumpIndex | null = null;
    const start = (parts: number) => {
      index = startIndex(parts);
      return index;
    };
    const found = await scanDump(this.data, dump, workers, start, changed, signal, this.tuning);
    const stories = (index as DumpIndex | null)?.columns.count ?? 0;
    return {
      problems: await this.problemsOf(found, workers),
      contents: [{ format: 'plain-text', entries: 1, stories }],
    };
  }

  async keep(): Promise<Kept> {
    return { spool: null };
  }

  async close(): Promise<void> {}

  private async problemsOf({ invalid, invalidCount }: InvalidFound, workers: Workers): Promise<Problem[]> {
    if (invalid.length === 0) return [];
    const { encoding, data } = this;
    const { path } = data;
    const ask = { path, encoding, start: this.bomBytes, invalid };
    const lines = await workers.at(0).run('lines', ask);
    return Promise.all(
      invalid.map(async ({ byte, length }, index): Promise<Problem> => {
        const bytes = await data.read(byte, length);
        const hex = bytes.toString('hex').replace(/..\B/gu, '$& ').toUpperCase();
        const params = { path, byte, line: lines[index] as number, hex, total: invalidCount };
        return { code: 'dump-invalid-bytes', params };
      }),
    );
  }
}
