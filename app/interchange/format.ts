import type { Problem } from '../problem.ts';
import type { AnnotationSet, SetOrigin } from './annotation-set.ts';
import type { Feature } from './features.ts';
import type { OffsetUnit } from './units.ts';

/** A file of an export. `name` is relative to the folder, with `/`; of a lone file it is the extension that counts. */
export interface OutFile {
  name: string;
  chunks: Iterable<string>;
}

/** Annotations as they were read, and what of the files could not be. */
export interface Reading {
  set: AnnotationSet;
  problems: Problem[];
}

/** What can be said of a format without its code: for the dialog and the list of formats. */
export interface About {
  /** Whether an export is one file, or a folder of files. */
  layout: 'file' | 'folder';
  /** Of the lone file, without the dot; empty for a folder. */
  extension: string;
  /** What its offsets count; null: it has none. */
  unit: OffsetUnit | null;
  /** In the order of `FEATURES`. */
  carries: readonly Feature[];
}

/**
 * A format in which annotations go out and come in. For every set, what is read from what was written is
 * `carriedOf(set, carries)`; the tests hold each format to it.
 */
export interface Interchange extends About {
  /** @throws UratoriError `export-quote-mismatch` */
  write(set: AnnotationSet, origin: SetOrigin): Iterable<OutFile>;
  /**
   * @param files their texts by name, without byte order marks
   * @throws UratoriError `interchange-unreadable` (params `file`, `detail`)
   */
  parse(files: ReadonlyMap<string, string>): Reading;
}
