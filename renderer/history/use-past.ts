import { useCallback, useEffect, useState } from 'react';
import type { HistoryPage } from '../../app/contract.ts';
import type { StoryKey } from '../../app/story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** Changes of a page. */
const PAGE = 50;
/** Who goes on working is not kept waiting by history, in ms. */
const REST = 150;

export interface PastSoFar {
  pages: readonly HistoryPage[];
  /** null where there is nothing older. */
  more: (() => void) | null;
}

/**
 * The changes of the project, or of one story, as far as they were asked for; null until the first are there. Read
 * anew when the project changes.
 */
export function usePast(storyKey: StoryKey | null): PastSoFar | null {
  const workspace = useWorkspace();
  const sequence = useWorkspaceState((state) => state.open?.sequence ?? 0);
  const projectId = useWorkspaceState((state) => state.open?.project.id ?? '');
  const subject = `${projectId} ${storyKey}`;
  const [found, setFound] = useState<{ subject: string; pages: HistoryPage[] } | null>(null);
  const known = found?.subject === subject;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new sequence means that there is something to read anew.
  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(
      () => {
        void workspace.attempt(async () => {
          const page = await workspace.connection.call('history.page', {
            storyKey,
            before: null,
            most: PAGE,
          });
          if (current) setFound({ subject, pages: [page] });
        });
      },
      known ? REST : 0,
    );
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [workspace, storyKey, subject, sequence]);

  const pages = known ? found.pages : null;
  const before = pages?.at(-1)?.before ?? null;
  const more = useCallback(() => {
    void workspace.attempt(async () => {
      const page = await workspace.connection.call('history.page', { storyKey, before, most: PAGE });
      setFound((now) =>
        now?.subject === subject && now.pages.at(-1)?.before === before
          ? { subject, pages: [...now.pages, page] }
          : now,
      );
    });
  }, [workspace, storyKey, subject, before]);
  return pages && { pages, more: before === null ? null : more };
}
