import type { DumpReading } from '../../app/dump-reading.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Problem } from '../../app/problem.ts';
import type { Encoding } from './codec.ts';
import type { PortableEntry } from './intake/portable-entry.ts';
import type { InvalidBytes } from './invalid-bytes.ts';
import type { JsonLinesPart, JsonLinesResult } from './json-lines/scan-json-lines.ts';
import type { LinkGroups } from './likeness/group-links.ts';
import type { Groups } from './likeness/groups.ts';
import type { SharedLikeness } from './likeness/shared-likeness.ts';
import type { Found } from './reader.ts';
import type { PartToScan, ScanReport, ScanResult } from './scan-part.ts';
import type { FieldAnswers } from './search/field-answers.ts';
import type { Search } from './search/question.ts';
import type { EntryReading } from './spool/entry-items.ts';
import type { ReadEntry } from './spool/read-entry.ts';
import type { StoryKind } from './story-kind.ts';

/** Stories of an index, as the workers see them. */
export interface StoryRange {
  /** The file that has their bytes. */
  path: string;
  /** Memory of all blocks of the index. */
  blocks: SharedArrayBuffer[];
  /** First story, and the one behind the last. */
  from: number;
  to: number;
}

/** Stories that were found since the last batch, and how many hits each has. */
export interface HitBatch {
  ordinals: Uint32Array<ArrayBuffer>;
  hitCounts: Uint32Array<ArrayBuffer>;
  /** Bytes that were searched by now. */
  searched: number;
}

/** What a worker can be asked: the question, what it reports meanwhile, its answer. */
export interface ScanTasks {
  scan: { ask: PartToScan; report: ScanReport; answer: ScanResult };
  jsonLines: { ask: JsonLinesPart; report: ScanReport; answer: JsonLinesResult };
  /** Streams a dump through its formats into a spool: a new file at `spool`. */
  spool: {
    ask: { path: string; spool: string; reading: DumpReading; rule: SplitRule | null };
    report: ScanReport;
    answer: ScanReport & Found;
  };
  /** Reads one entry of a dump that is being spooled. */
  entry: { ask: { entry: PortableEntry; reading: EntryReading }; report: never; answer: ReadEntry };
  sha256: { ask: { path: string }; report: never; answer: string };
  search: {
    ask: StoryRange & {
      kind: StoryKind;
      search: Search;
      answers: FieldAnswers;
      /** Stop after so many hits. */
      limit: number;
      /** Not 0: nobody waits any more. Shared, so that it is seen in the middle of a long story as well. */
      stop: SharedArrayBuffer;
    };
    report: HitBatch;
    answer: HitBatch;
  };
  /** The first eight bytes of every story's hash, as two numbers a story. */
  hashes: {
    ask: StoryRange & { kind: StoryKind };
    report: never;
    answer: Int32Array<ArrayBuffer>;
  };
  /** 1-based line of each of these positions, which are in order. */
  lines: {
    ask: { path: string; encoding: Encoding; start: number; invalid: InvalidBytes[] };
    report: never;
    answer: number[];
  };
  /** Writes what each story says into what threads share; reports bytes that were read, answers as `LinkList` does. */
  signatures: {
    ask: StoryRange & { kind: StoryKind; shared: SharedLikeness };
    report: number;
    answer: Uint32Array<ArrayBuffer>;
  };
  /** Memory of `Partners`; reports how many words of signatures were compared. */
  pairs: {
    ask: { shared: SharedLikeness; first: number; step: number };
    report: number;
    answer: SharedArrayBuffer;
  };
  clusters: {
    ask: { shared: SharedLikeness; pairs: SharedArrayBuffer[]; links: Uint32Array[] };
    report: never;
    answer: { clusters: Groups; links: LinkGroups; apart: Uint32Array<ArrayBuffer> };
  };
  /** `from` and `to` are clusters, `count` all stories; reports clusters. */
  verify: {
    ask: StoryRange & { kind: StoryKind; count: number; groups: Groups };
    report: number;
    answer: Groups;
  };
}
export type TaskName = keyof ScanTasks;

export type ToWorker = { id: number; name: TaskName; ask: unknown } | { id: number; cancel: true };
export type FromWorker = { id: number } & ({ report: unknown } | { answer: unknown } | { problem: Problem });
