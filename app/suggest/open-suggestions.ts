import { annotationsOf, type Project } from '../project.ts';
import type { Story, StoryKey } from '../story.ts';
import { placesOf } from './dismissal.ts';
import type { Suggestion } from './suggest.ts';

/** Those suggestions of a story that nobody has made a claim of, or dismissed. */
export function openSuggestions(
  suggestions: readonly Suggestion[],
  project: Project,
  key: StoryKey,
  story: Pick<Story, 'text' | 'segments'>,
): Suggestion[] {
  const claimed = annotationsOf(project, key).claims.flatMap((id) => project.claims.get(id)?.anchors ?? []);
  const dismissed = project.dismissedSuggestions.get(key)?.sentences.map(({ anchor }) => anchor) ?? [];
  const taken = placesOf([...claimed, ...dismissed], story);
  return suggestions.filter(
    ({ start, end }) => !taken.some((place) => place.start < end && start < place.end),
  );
}
