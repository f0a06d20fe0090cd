import { BINS_A_WORD } from '../../../app/likeness/signature.ts';
import type { Searchable } from '../search/search-dump.ts';
import type { Workers } from '../workers.ts';
import { joined } from './groups.ts';
import { Likeness } from './likeness.ts';
import { sharedLikeness } from './shared-likeness.ts';

/** A dump this large is read by two threads. In bytes. */
const LARGE_DUMP = 4 << 20;
/** How much of the time each step takes, about. */
const READING = 0.8;
const PAIRING = 0.15;

export interface LikenessOptions {
  signal?: AbortSignal | undefined;
  /** @param done 0 to 1 */
  onProgress?: ((done: number) => void) | undefined;
  /** For tests: how many threads, and what signatures may take in bytes. */
  tuning?: { threads?: number; signatureBytes?: number };
}

/** Finds the near-duplicates of an indexed dump, and the links that its stories have in common. */
export async function findLikeness(
  { path, kind, columns }: Omit<Searchable, 'sources'>,
  workers: Workers,
  { signal, onProgress = () => {}, tuning = {} }: LikenessOptions,
): Promise<Likeness> {
  const { count } = columns;
  const bytes = count === 0 ? 0 : columns.endOf(count - 1);
  const threads = tuning.threads ?? (bytes < LARGE_DUMP ? 1 : 2);
  const parts = Array.from({ length: threads }, (_, part) => part);
  const blocks = columns.blocks.map((block) => block.memory);
  const shared = sharedLikeness(count, tuning.signatureBytes);
  const cut = (part: number) =>
    part === threads ? count : columns.firstEndingAfter((bytes * part) / threads);
  const done = parts.map(() => 0);
  const tell = (from: number, share: number) => (part: number, now: number) => {
    done[part] = now;
    onProgress(from + (share * done.reduce((sum, each) => sum + each, 0)) / threads);
  };
  const inParts = <T>(
    from: number,
    share: number,
    run: (part: number, tell: (done: number) => void) => Promise<T>,
  ) => {
    done.fill(0);
    const told = tell(from, share);
    return Promise.all(parts.map((part) => run(part, (now) => told(part, now))));
  };

  const links = await inParts(0, READING, (part, tell) => {
    const [from, to] = [part === 0 ? 0 : cut(part), cut(part + 1)];
    const length = from < to ? columns.endOf(to - 1) - columns.startOf(from) : 1;
    const report = (read: number) => tell(read / length);
    return workers.at(part).run('signatures', { path, kind, blocks, from, to, shared }, { report, signal });
  });
  const words = shared.bins / BINS_A_WORD / threads;
  const pairs = await inParts(READING, PAIRING, (part, tell) =>
    workers
      .at(part)
      .run('pairs', { shared, first: part, step: threads }, { report: (now) => tell(now / words), signal }),
  );
  const found = await workers.at(0).run('clusters', { shared, pairs, links }, { signal });
  const groups = found.clusters;
  const clusters = groups.starts.length - 1;
  // Cut so that each part has as many stories.
  const cutAt = (part: number) => {
    const stories = (groups.members.length * part) / threads;
    return part === threads ? clusters : groups.starts.findIndex((start) => start >= stories);
  };
  const verified = await inParts(READING + PAIRING, 1 - READING - PAIRING, (part, tell) => {
    const [from, to] = [cutAt(part), cutAt(part + 1)];
    const report = (now: number) => tell(now / Math.max(1, to - from));
    return workers
      .at(part)
      .run('verify', { path, kind, blocks, from, to, count, groups }, { report, signal });
  });
  return new Likeness(count, joined(verified), found.links, found.apart);
}
