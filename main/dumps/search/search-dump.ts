import { UratoriError } from '../../../app/problem.ts';
import { asksProject, isField, type SearchQuery, termsOf } from '../../../app/search/query.ts';
import type { Source } from '../../../app/story.ts';
import type { SearchOptions, SearchResult } from '../dump.ts';
import type { HitBatch } from '../scan-tasks.ts';
import type { StoryColumns } from '../story-columns.ts';
import type { StoryKind } from '../story-kind.ts';
import type { Workers } from '../workers.ts';
import { answersOf, type StoriesHolding } from './field-answers.ts';
import { FoundSoFar } from './found-so-far.ts';
import type { Search } from './question.ts';

/** A dump this large is searched by two threads. In bytes. */
const LARGE_DUMP = 16 << 20;

/** An indexed dump, as far as a search needs it. */
export interface Searchable {
  path: string;
  kind: StoryKind;
  columns: StoryColumns;
  sources: readonly Source[];
}

/** Searches an indexed dump. @throws UratoriError `query-empty`, `query-needs-project` {field, position, near} */
export async function searchDump(
  search: Search,
  { path, kind, columns, sources }: Searchable,
  workers: Workers,
  { signal, limit = Number.POSITIVE_INFINITY, onHits, holding = new Map() }: SearchOptions,
): Promise<SearchResult> {
  check(search.query, holding);
  const fields = [...termsOf(search.query.wanted)].filter(isField);
  const { count } = columns;
  const bytes = count === 0 ? 0 : columns.endOf(count - 1);
  // A search that ends early would waste the second thread.
  const middle =
    bytes < LARGE_DUMP || limit !== Number.POSITIVE_INFINITY ? count : columns.firstEndingAfter(bytes / 2);
  const ranges = [
    [0, middle],
    [middle, count],
  ].filter(([from = 0, to = 0], index) => index === 0 || from < to) as [number, number][];
  const stop = new SharedArrayBuffer(4);
  const stopSearching = () => Atomics.store(new Int32Array(stop), 0, 1);
  signal?.addEventListener('abort', stopSearching, { once: true });
  const found = new FoundSoFar(ranges.length, bytes);
  const ask = {
    path,
    kind,
    blocks: columns.blocks.map((block) => block.memory),
    search,
    answers: answersOf(fields, sources, holding),
    limit,
    stop,
  };
  try {
    await Promise.all(
      ranges.map(async ([from, to], part) => {
        const report = (batch: HitBatch) => {
          found.add(part, batch);
          onHits?.(found.result());
        };
        const rest = await workers.at(part).run('search', { ...ask, from, to }, { report, signal });
        found.finish(part);
        report(rest);
      }),
    );
    return found.result();
  } finally {
    signal?.removeEventListener('abort', stopSearching);
  }
}

/** What only a project knows has to be told. */
function check({ wanted, scope }: SearchQuery, holding: ReadonlyMap<number, StoriesHolding>): void {
  if (wanted.kind === 'all' && wanted.parts.length === 0) throw new UratoriError('query-empty');
  if (scope === 'annotations') throw needsProject('in', 0);
  for (const term of termsOf(wanted))
    if (isField(term) && asksProject(term) && !holding.has(term.at)) throw needsProject(term.kind, term.at);
}

function needsProject(field: string, position: number): UratoriError {
  return new UratoriError('query-needs-project', { field, position, near: `${field}:` });
}
