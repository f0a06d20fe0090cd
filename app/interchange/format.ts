import type { Problem } from '../problem.ts';
import type { AnnotationSet, SetOrigin } from './annotation-set.ts';
import type { Feature } from './features.ts';
import type { Standard } from './ro-crate.ts';
import type { OffsetUnit } from './units.ts';

/**
 * A file of an export. `name` is relative to the folder or package, with `/`; of a lone file it is the extension that
 * counts.
 */
export interface OutFile {
  name: string;
  chunks: Iterable<string>;
}

/** Annotations as they were read, and what of the files could not be. */
export interface Reading {
  set: AnnotationSet;
  problems: Problem[];
}

/** What an export is: one text file; a folder of them; or a package, one file that is itself a zip of them. */
export type Layout = 'file' | 'folder' | 'package';

/** What can be said of a format without its code: for the dialog and the list of formats. */
export interface About {
  layout: Layout;
  /** Of the lone file or package, without the dot; empty for a folder. */
  extension: string;
  /** Where the format is written down. */
  standard: Standard;
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
   * @param files their texts by name, without byte order marks; of a package those of the files in it, whose names
   * are theirs in the package
   * @param textAt the text of what has an address, for annotations of others that come without: their quotes are
   * looked for in it
   * @throws UratoriError `interchange-unreadable` (params `file`, `detail`)
   */
  parse(files: ReadonlyMap<string, string>, textAt?: (address: string) => string | null): Reading;
}
