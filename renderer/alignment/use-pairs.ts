import { useMemo } from 'react';
import type { Judgement } from '../../app/translation/judgement.ts';
import { useWorkspaceState } from '../store/context.ts';
import { placedJudgements } from './pair-commands.ts';
import { pairAt, pairsOf, type StoryPairs } from './story-pairs.ts';

/** The pairs of the open story; null where it has none. */
export function usePairs(): StoryPairs | null {
  return useWorkspaceState(({ open, story }) =>
    open?.currentDumpId && story ? pairsOf(story, open.project, `${open.currentDumpId}/${story.id}`) : null,
  );
}

/** Judgements of the open story that stand where they were made. */
export function useJudgements(): readonly Judgement[] {
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const story = useWorkspaceState((state) => state.story);
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? null);
  return useMemo(
    () => (project && story && dumpId ? placedJudgements(project, `${dumpId}/${story.id}`, story) : []),
    [project, story, dumpId],
  );
}

/** The index of the current pair; -1 for none. */
export function useCurrentPair(pairs: StoryPairs | null): number {
  const place = useWorkspaceState((state) => state.pair);
  return pairs && place !== null ? pairAt(pairs.pairs, place) : -1;
}
