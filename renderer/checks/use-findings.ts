import { useEffect } from 'react';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { findingsOf, type StoryFindings } from './findings.ts';
import { loadRates } from './load-rates.ts';

/** The findings of the open story. */
export function useFindings(): StoryFindings {
  const workspace = useWorkspace();
  const story = useWorkspaceState((state) => state.story);
  const complete = useWorkspaceState(({ open }) => open?.dumps[open.currentDumpId ?? '']?.complete ?? false);
  useEffect(() => {
    if (story && complete) void loadRates(workspace);
  }, [workspace, story, complete]);
  return useWorkspaceState(findingsOf, same);
}

function same(one: StoryFindings, other: StoryFindings): boolean {
  const equal = (a: StoryFindings['open'], b: StoryFindings['open']) =>
    a.length === b.length && a.every((finding, index) => finding === b[index]);
  return equal(one.open, other.open) && equal(one.dismissed, other.dismissed);
}
