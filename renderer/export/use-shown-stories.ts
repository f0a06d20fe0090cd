import { useEffect, useState } from 'react';
import type { StoryFilter } from '../../app/contract.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import type { StoryKey } from '../../app/story.ts';
import { useWorkspace } from '../store/context.ts';
import { annotatedStoriesOf } from './shown-stories.ts';

export type ShownStories =
  | { kind: 'looking' }
  | { kind: 'found'; keys: StoryKey[] }
  | { kind: 'failed'; problem: Problem };

/** The annotated stories that the filter shows. Waits for a search of the list itself first: a new one would end it. */
export function useShownStories(dumpId: string | null, filter: StoryFilter, listed: boolean): ShownStories {
  const { connection } = useWorkspace();
  const [state, setState] = useState<ShownStories>({ kind: 'looking' });
  useEffect(() => {
    if (dumpId === null || !listed) return;
    const controller = new AbortController();
    setState({ kind: 'looking' });
    annotatedStoriesOf(connection, dumpId, filter, controller.signal).then(
      (keys) => {
        if (!controller.signal.aborted) setState({ kind: 'found', keys });
      },
      (thrown) => {
        if (!controller.signal.aborted) setState({ kind: 'failed', problem: problemFrom(thrown) });
      },
    );
    return () => controller.abort();
  }, [connection, dumpId, filter, listed]);
  return dumpId === null ? { kind: 'found', keys: [] } : state;
}
