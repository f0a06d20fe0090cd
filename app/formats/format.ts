import type { Problem } from '../problem.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { FormatId } from './format-ids.ts';
import type { SplitRule } from './split-rule.ts';
import type { StoryRecord } from './story-record.ts';

/** The beginning of an entry, for telling its format. */
export interface Head {
  /** Path within the dump, with `/`. */
  name: string;
  /** Content type that the container gives, in lower case and without parameters; null where there is none. */
  mediaType: string | null;
  /** At most `HEAD_BYTES`. */
  bytes: Uint8Array;
  /** The same decoded, without byte order mark; a character cut at the end is left out. Empty for what is no text. */
  text: string;
  /** Nothing follows. */
  whole: boolean;
}

export const HEAD_BYTES = 1 << 16;

/** One file of a dump: the dump itself, or an entry of an archive or folder. Can be read more than once. */
export interface Entry {
  /** Path within the dump, with `/`; a lone file's own name. */
  readonly name: string;
  /** Unpacked bytes; null where the container does not tell. */
  readonly bytes: number | null;
  readonly mediaType: string | null;
  /** Where a web archive took it from; null elsewhere. */
  readonly url: string | null;
  /** When it was taken, ISO 8601; null where the container does not tell. */
  readonly date: string | null;
  read(): AsyncIterable<Uint8Array>;
  /**
   * The text, without byte order mark, in chunks that never cut a surrogate pair. What cannot be decoded becomes
   * U+FFFD and is reported by whoever made the entry.
   * @param declared the encoding that the format itself declares (`<meta charset>`, `<?xml encoding?>`); a byte order
   * mark, the person's choice and valid UTF-8 count for more
   */
  text(declared?: string): AsyncIterable<string>;
  /** An entry beside this one, by a name relative to this one's folder; null where there is none. */
  sibling(name: string): Promise<Entry | null>;
  /** Names of the entries in this one's folder, this one included, relative to it. */
  siblings(): Promise<readonly string[]>;
}

export interface ParseOptions {
  /** How plain text is split; null: as guessed. */
  rule: SplitRule | null;
  /** Which columns or keys hold what; null: as guessed. */
  mapping: ColumnMapping | null;
}

/**
 * One dump format. To add one: a file here, its id in `format-ids.ts`, its line in `formats.ts`, a fixture, a test.
 * A parser keeps no more than one record in memory, never throws because of what it reads, and goes on behind what
 * it cannot read, naming it as a problem.
 */
export interface Format {
  readonly id: FormatId;
  /** How sure the format is that this is its own, from 0 (it is not) to 1 (it cannot be anything else). By content first. */
  sniff(head: Head): number;
  parse(entry: Entry, options: ParseOptions): AsyncIterable<StoryRecord | Problem>;
  /**
   * Names (within an archive or folder) of files that belong to this format but hold no stories of their own, such as
   * the account of an archive: `parse` reads them through `sibling`, and nobody is told that they were left out.
   */
  readonly companions?: RegExp;
}

/** Tells records from problems in what a parser yields. */
export function isProblem(item: StoryRecord | Problem): item is Problem {
  return 'code' in item;
}
