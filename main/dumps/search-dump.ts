import { UratoriError } from '../../app/problem.ts';
import type { SearchOptions, SearchResult } from './dump.ts';
import type { HitBatch } from './scan-tasks.ts';
import type { StoryColumns } from './story-columns.ts';
import type { StoryKind } from './story-kind.ts';
import type { Workers } from './workers.ts';

/** A dump this large is searched by two threads. In bytes. */
const LARGE_DUMP = 16 << 20;

/** Searches an indexed dump. @throws UratoriError `query-empty` */
export async function searchDump(
  query: string,
  place: { path: string; kind: StoryKind },
  columns: StoryColumns,
  workers: Workers,
  { signal, limit = Number.POSITIVE_INFINITY, onHits }: SearchOptions,
): Promise<SearchResult> {
  if (query === '') throw new UratoriError('query-empty');
  const { count } = columns;
  const bytes = count === 0 ? 0 : columns.endOf(count - 1);
  // A search that ends early would waste the second thread.
  const middle =
    bytes < LARGE_DUMP || limit !== Number.POSITIVE_INFINITY ? count : columns.firstEndingAfter(bytes / 2);
  const ranges = [
    [0, middle],
    [middle, count],
  ].filter(([from = 0, to = 0], index) => index === 0 || from < to) as [number, number][];
  const found: (HitBatch | null)[] = ranges.map(() => null);
  let firstDone = false;
  const tell = (index: number) => {
    // The second half's hits are told once those before them are complete.
    if (onHits !== undefined && (index === 0 || firstDone))
      onHits(joined(firstDone ? found : found.slice(0, 1)));
  };
  await Promise.all(
    ranges.map(async ([from, to], index) => {
      const ask = { ...place, blocks: columns.blocks.map((block) => block.memory), from, to, query, limit };
      const report = (batch: HitBatch) => {
        found[index] = batch;
        tell(index);
      };
      const batch = await workers.at(index).run('search', ask, { report, signal });
      if (index === 0) firstDone = true;
      report(batch);
    }),
  );
  return joined(found);
}

function joined(batches: (HitBatch | null)[]): SearchResult {
  const found = batches.filter((batch) => batch !== null);
  const stories = found.reduce((sum, batch) => sum + batch.ordinals.length, 0);
  const result: SearchResult = {
    hits: found.reduce((sum, batch) => sum + batch.hits, 0),
    stories,
    ordinals: new Uint32Array(stories),
    hitCounts: new Uint32Array(stories),
  };
  let offset = 0;
  for (const { ordinals, hitCounts } of found) {
    result.ordinals.set(ordinals, offset);
    result.hitCounts.set(hitCounts, offset);
    offset += ordinals.length;
  }
  return result;
}
