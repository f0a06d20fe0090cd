import type { DumpFormat } from '../../app/formats/format-ids.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Problem } from '../../app/problem.ts';
import type { Language, Source, Story, StoryRow } from '../../app/story.ts';
import type { LikenessOptions } from './likeness/find-likeness.ts';
import type { Likeness } from './likeness/likeness.ts';
import type { Content } from './reader.ts';
import type { StoriesHolding } from './search/field-answers.ts';
import type { Search } from './search/question.ts';

export interface SearchOptions {
  signal?: AbortSignal;
  /** Stop after so many hits. */
  limit?: number;
  /** What was found so far, from the dump's beginning; the first screenful comes at once. */
  onHits?: (soFar: SearchResult) => void;
  /** For each field that asks a project, by its place in the query: which stories it holds for. */
  holding?: ReadonlyMap<number, StoriesHolding>;
}

export interface SearchResult {
  hits: number;
  stories: number;
  /** Stories that were found, ascending, and how many hits each; fields alone find stories without hits. */
  ordinals: Uint32Array;
  hitCounts: Uint32Array;
  /** How much of the dump was searched, 0 to 1. */
  searched: number;
}

/** Tells where a story was last seen, so that finding it again is quick. */
export interface StoryHint {
  ordinal?: number;
  byteStart?: number;
}

/**
 * An open dump. Stories can be read as soon as they are indexed; `count` grows until `complete`.
 * Every reading method fails with UratoriError `dump-changed-while-open` {path} once the file is another than the
 * one that was opened, `dump-not-found` {path} once it is gone, and `dump-not-open` after `close`.
 */
export interface Dump {
  readonly path: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  /** A format's id, or the container that the dump is. */
  readonly format: DumpFormat;
  readonly encoding: string;
  /** How plain text is split, and what the rule would be without being told; null where the dump is none. */
  readonly rule: SplitRule | null;
  readonly guessedRule: SplitRule | null;
  /** `dump-invalid-bytes` {path, byte, line, hex, total} for each invalid sequence, at most 1,000; known when complete. */
  readonly problems: readonly Problem[];
  /** Which formats the stories came in; known when complete. */
  readonly contents: readonly Content[];
  readonly count: number;
  /** All stories are indexed. Never comes for a dump whose indexing was given up. */
  readonly complete: boolean;
  readonly bytesScanned: number;
  /** What the index takes in memory, all tables included. */
  readonly memoryBytes: number;
  /** Resolves when all stories are indexed, or with those found by then where indexing was given up. */
  readonly ready: Promise<void>;
  /** Why its file cannot be read any more, as far as was seen when it was last tried. */
  readonly refusal: Problem | null;
  /** Looks whether the file is still the one that was opened; fails with what then is `refusal` where it is not. */
  check(): Promise<void>;
  /** Calls back when `count`, `bytesScanned`, `complete` or `refusal` has changed. Returns the way to stop that. */
  onProgress(listener: () => void): () => void;
  /** Hex digest of the file's bytes; reads them all, the first time. */
  sha256(): Promise<string>;
  /** @throws UratoriError `story-not-found` {path, ordinal} */
  read(ordinal: number): Promise<Story>;
  /** @throws UratoriError `story-not-found` {path, ordinal} */
  rows(ordinals: ArrayLike<number>): Promise<StoryRow[]>;
  /** Stories in order, in constant memory; waits for the index where it has to. */
  stories(from?: number, to?: number): AsyncGenerator<Story>;
  /** Ordinal of a story, by the hint or by reading the whole dump once; null where the dump does not have it. */
  find(storyId: string, hint?: StoryHint): Promise<number | null>;
  /** The bytes of an indexed story, without reading them. */
  rangeOf(ordinal: number): { byteStart: number; byteEnd: number };
  readonly sources: readonly Source[];
  /** Index into `sources`; -1 for a story without one. */
  sourceOf(ordinal: number): number;
  /** Days since 1970-01-01; null for a story without a date. */
  dayOf(ordinal: number): number | null;
  /** Seconds since midnight, by the clock that the date is given in; null for a story without a time of day. */
  timeOf(ordinal: number): number | null;
  langOf(ordinal: number): Language;
  /**
   * Finds stories of the whole dump: waits until they are indexed.
   * @throws UratoriError `query-empty`, `query-needs-project` {field, position, near}
   */
  search(search: Search, options?: SearchOptions): Promise<SearchResult>;
  /** Which stories say the same or cite the same, if that was found out before; null where it was not. */
  knownLikeness(): Promise<Likeness | null>;
  /** Finds it out: waits until all stories are indexed, and reads them all, unless it is known. */
  likeness(options?: LikenessOptions): Promise<Likeness>;
  close(): Promise<void>;
}
