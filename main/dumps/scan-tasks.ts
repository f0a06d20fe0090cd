import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Problem } from '../../app/problem.ts';
import type { Encoding } from './codec.ts';
import type { InvalidBytes } from './invalid-bytes.ts';
import type { PartToScan, ScanReport, ScanResult } from './scan-part.ts';

/** Stories of an index, as the workers see them. */
export interface StoryRange {
  path: string;
  encoding: Encoding;
  /** Memory of all blocks of the index. */
  blocks: SharedArrayBuffer[];
  /** First story, and the one behind the last. */
  from: number;
  to: number;
}

/** Stories with hits, and how many hits each. */
export interface HitBatch {
  ordinals: Uint32Array<ArrayBuffer>;
  hitCounts: Uint32Array<ArrayBuffer>;
  hits: number;
}

/** What a worker can be asked: the question, what it reports meanwhile, its answer. */
export interface ScanTasks {
  scan: { ask: PartToScan; report: ScanReport; answer: ScanResult };
  sha256: { ask: { path: string }; report: never; answer: string };
  search: { ask: StoryRange & { query: string; limit: number }; report: HitBatch; answer: HitBatch };
  /** The first eight bytes of every story's hash, as two numbers a story. */
  hashes: { ask: StoryRange & { rule: SplitRule }; report: never; answer: Int32Array<ArrayBuffer> };
  /** 1-based line of each of these positions, which are in order. */
  lines: {
    ask: { path: string; encoding: Encoding; start: number; invalid: InvalidBytes[] };
    report: never;
    answer: number[];
  };
}
export type TaskName = keyof ScanTasks;

export type ToWorker = { id: number; name: TaskName; ask: unknown } | { id: number; cancel: true };
export type FromWorker = { id: number } & ({ report: unknown } | { answer: unknown } | { problem: Problem });
