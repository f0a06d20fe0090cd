import { useMemo } from 'react';
import { type Story, type StoryKey, storyKey } from '../../app/story.ts';
import { useWorkspaceState } from '../store/context.ts';
import type { OpenProject } from '../store/state.ts';
import { type AnnotatedStory, annotatedStory } from './story-annotations.ts';

/** The story on the desk, with all that stands in its margin. */
export interface OpenStory extends AnnotatedStory {
  open: OpenProject;
  story: Story;
  key: StoryKey;
}

/** null while no story is shown. */
export function useOpenStory(): OpenStory | null {
  const open = useWorkspaceState((state) => state.open);
  const story = useWorkspaceState((state) => state.story);
  return useMemo(() => {
    if (!open?.currentDumpId || !story) return null;
    const key = storyKey(open.currentDumpId, story.id);
    return { open, story, key, ...annotatedStory(open.project, key) };
  }, [open, story]);
}

/** Whether things may be changed: a project that is open read-only is only looked at. */
export function useEditable(): boolean {
  return useWorkspaceState((state) => state.open !== null && !state.open.readOnly);
}
