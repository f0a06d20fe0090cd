import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Encoding } from './codec.ts';
import type { DumpFile } from './dump-file.ts';
import type { DumpIndex } from './dump-index.ts';
import { invalidProblems } from './invalid-problems.ts';
import type { DumpReader, Found, Kept } from './reader.ts';
import { type ScanTuning, scanDump } from './scan-dump.ts';
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
      problems: await invalidProblems(found, this.data, this.encoding, this.bomBytes, workers),
      contents: [{ format: 'plain-text', entries: 1, stories }],
    };
  }

  async keep(): Promise<Kept> {
    return { spool: null };
  }

  async close(): Promise<void> {}
}
