import { useEffect, useState } from 'react';
import type { SavedFilter } from '../../app/saved-filter.ts';
import { useWorkspace } from '../store/context.ts';
import { filterHere } from './saved-filters.ts';

/** How many stories each filter lets pass, as they become known: one after the other, since each may search the dump. */
export function useCounts(saved: readonly SavedFilter[]): ReadonlyMap<string, number> {
  const workspace = useWorkspace();
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const asked = JSON.stringify(saved.map(({ id, filter }) => [id, filter]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says all that counts of `saved`.
  useEffect(() => {
    let current = true;
    const count = async () => {
      for (const { id, filter } of saved) {
        const dumpId = workspace.currentDump()?.dumpId ?? '';
        const facets = await workspace.connection
          .call('stories.facets', {
            dumpId,
            filter: await filterHere(workspace, filter),
            sources: { named: '', most: 1 },
          })
          // A filter that cannot be counted says why when it is chosen.
          .catch(() => null);
        if (!current) return;
        if (facets) setCounts((known) => new Map(known).set(id, facets.stories));
      }
    };
    void count().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [workspace, asked]);
  return counts;
}
