import type { DumpFormat, FormatId } from '../../app/formats/format-ids.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Problem } from '../../app/problem.ts';
import type { DumpBytes } from './dump-bytes.ts';
import type { DumpIndex } from './dump-index.ts';
import type { StoryKind } from './story-kind.ts';
import type { Workers } from './workers.ts';

/** How many stories of one format a dump has, in how many entries. */
export interface Content {
  format: FormatId;
  entries: number;
  stories: number;
}

/** What indexing found beside the stories. */
export interface Found {
  problems: Problem[];
  contents: Content[];
}

/** What of a reader is kept with the index for the next time. */
export interface Kept {
  /** Name of the spool in the cache folder; null where the dump itself is read. */
  spool: string | null;
}

/**
 * One way of getting at the stories of a dump. There are two: in place, and through a spool. All of a dump's
 * formats, encodings and containers are behind this.
 */
export interface DumpReader {
  /** The format of the dump, or the container that it is. */
  readonly format: DumpFormat;
  readonly encoding: string;
  /** How plain text is split; null for what is no plain text. */
  readonly rule: SplitRule | null;
  readonly guessedRule: SplitRule | null;
  readonly kind: StoryKind;
  readonly data: DumpBytes;
  /** Bytes before the first story: a byte order mark. */
  readonly bomBytes: number;
  /** Takes up what was kept with a cached index; false where it cannot be used any more. */
  resume(kept: Kept): Promise<boolean>;
  /**
   * Indexes all stories in the background; `changed` is called after each report.
   * @throws UratoriError what reading refuses; the signal's reason when aborted
   */
  index(
    startIndex: (parts: number) => DumpIndex,
    changed: () => void,
    workers: Workers,
    signal: AbortSignal | undefined,
  ): Promise<Found>;
  /** What to keep, once everything is indexed and the index is about to be kept. */
  keep(): Promise<Kept>;
  /** Removes whatever was not kept. */
  close(): Promise<void>;
}
