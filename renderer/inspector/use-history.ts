import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { StoryKey } from '../../app/story.ts';
import type { Workspace } from '../store/workspace.ts';
import { type HistoryEntry, ofStory, SessionHistory } from './session-history.ts';

/** One for each workspace, so that closing and opening the inspector forgets nothing. */
const histories = new WeakMap<Workspace, SessionHistory>();

function historyOf(workspace: Workspace): SessionHistory {
  const known = histories.get(workspace);
  if (known) return known;
  const made = new SessionHistory();
  histories.set(workspace, made);
  return made;
}

/** Follows the changes of the open project; gives those of a story, the newest first. */
export function useHistory(workspace: Workspace, key: StoryKey | null): HistoryEntry[] {
  const history = historyOf(workspace);
  useEffect(() => {
    const { open } = workspace.state.get();
    if (open) history.begin(open.project, open.sequence);
    return workspace.connection.on('project.changed', (change) => {
      const now = workspace.state.get().open;
      if (now) history.add(change, now.project, new Date().toISOString());
    });
  }, [workspace, history]);
  const entries = useSyncExternalStore(history.subscribe, () =>
    history.of(workspace.state.get().open?.project.id ?? null),
  );
  return useMemo(() => (key === null ? [] : ofStory(entries, key)), [entries, key]);
}
