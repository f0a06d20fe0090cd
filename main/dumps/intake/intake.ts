import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Entry, Head } from '../../../app/formats/format.ts';
import type { Problem } from '../../../app/problem.ts';
import { readingProblem } from '../dump-file.ts';
import { Budget } from './budget.ts';
import { FileSource } from './file-source.ts';
import { filesIn } from './folder-files.ts';
import { isJunkPath } from './junk.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Listing } from './listing.ts';
import type { PortableEntry } from './portable-entry.ts';
import { Walk } from './walk.ts';

export { type Container, containerOf } from './container.ts';

/** An entry that its container has at hand, until the next one is asked for. */
export interface ReadableEntry extends Entry {
  head(): Promise<Head>;
  /** What was met while reading; complete once the entry was read to its end. */
  problems(): Problem[];
  /** All of it, for another thread; null where it has more bytes than `limit`. */
  portable(limit: number): Promise<PortableEntry | null>;
}

export interface IntakeOptions {
  /**
   * The encoding that a person chose; null: found out for each entry. It is the encoding of a lone text; of a dump
   * with many entries it is that of those which are not plainly UTF-8.
   */
  encoding: string | null;
  /** Called with the bytes of the dump that were read so far. */
  progress?: (bytes: number) => void;
  limits?: Limits;
}

/**
 * Everything readable in a dump, one entry after another; what cannot be read is a problem in its place. Archives are
 * gone through, web archives give the pages that they hold.
 * @throws UratoriError `dump-not-found`, `dump-not-readable` {path}
 */
export async function* entriesOf(
  path: string,
  { encoding, progress = () => {}, limits = LIMITS }: IntakeOptions,
): AsyncGenerator<ReadableEntry | Problem> {
  let done = 0;
  const tell = (bytes: number) => {
    done += bytes;
    progress(done);
  };
  const stats = await stat(path).catch((thrown) => {
    throw readingProblem(thrown, path);
  });
  if (stats.isDirectory()) yield* entriesOfFolder(path, encoding, tell, limits);
  else {
    const walk = new Walk(new Budget(limits, stats.size), encoding);
    const source = new FileSource(path, basename(path), stats.size, tell);
    yield* walk.lone(source);
    source.leave();
  }
}

async function* entriesOfFolder(
  path: string,
  encoding: string | null,
  tell: (bytes: number) => void,
  limits: Limits,
): AsyncGenerator<ReadableEntry | Problem> {
  const met: Problem[] = [];
  const sources: FileSource[] = [];
  let bytes = 0;
  for await (const file of filesIn(path, (problem) => met.push(problem))) {
    bytes += file.bytes;
    if (isJunkPath(file.name)) tell(file.bytes);
    else sources.push(new FileSource(file.path, file.name, file.bytes, tell));
  }
  yield* met;
  const walk = new Walk(new Budget(limits, bytes), encoding);
  const listing = new Listing(sources);
  for (const source of sources) {
    yield* walk.source(source, { listing, depth: 0 });
    source.leave();
    if (walk.spent) return;
  }
}
