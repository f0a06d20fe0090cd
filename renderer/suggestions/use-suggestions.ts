import { useMemo } from 'react';
import type { Project } from '../../app/project.ts';
import type { Story, StoryKey } from '../../app/story.ts';
import type { Suggestion } from '../../app/suggest/suggest.ts';
import { useWorkspaceState } from '../store/context.ts';
import { currentSuggestion, suggestionsOf } from './story-suggestions.ts';

export interface Suggestions {
  suggestions: Suggestion[];
  current: Suggestion | null;
}

/** The open suggestions of the story on the desk; none without one. */
export function useSuggestions(project: Project | null, key: StoryKey, story: Story | null): Suggestions {
  const suggestion = useWorkspaceState((state) => state.suggestion);
  const selected = useWorkspaceState((state) => state.selected);
  const suggestions = useMemo(
    () => (project && story ? suggestionsOf(project, key, story) : []),
    [project, key, story],
  );
  const current = useMemo(
    () => currentSuggestion(suggestions, { suggestion, selected }),
    [suggestions, suggestion, selected],
  );
  return { suggestions, current };
}
