import { useEffect, useState } from 'react';
import { type Problem, problemFrom } from '../../app/problem.ts';
import type { StoryKey } from '../../app/story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { ReportStory } from './report-stories.ts';
import { storiesShown } from './shown-stories.ts';

export type ShownStories =
  | { kind: 'looking' }
  | { kind: 'found'; keys: StoryKey[] }
  | { kind: 'failed'; problem: Problem };

/** The annotated stories that the list shows, once it is wanted and the list is whole. */
export function useShownStories(stories: readonly ReportStory[], wanted: boolean): ShownStories {
  const { connection } = useWorkspace();
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? null);
  const view = useWorkspaceState((state) => (state.view?.complete ? state.view.view : null));
  const [state, setState] = useState<ShownStories>({ kind: 'looking' });

  useEffect(() => {
    if (!wanted || view === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const show = (next: ShownStories) => {
      if (!signal.aborted) setState(next);
    };
    const keys = stories.filter((story) => story.dumpId === dumpId).map(({ key }) => key);
    storiesShown(connection, view, keys, signal).then(
      (shown) => show({ kind: 'found', keys: shown }),
      (thrown) => show({ kind: 'failed', problem: problemFrom(thrown) }),
    );
    return () => controller.abort();
  }, [connection, dumpId, view, stories, wanted]);

  return state;
}
