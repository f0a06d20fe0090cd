import type { Project } from '../../app/project.ts';
import type { Story, StoryKey } from '../../app/story.ts';
import { openSuggestions } from '../../app/suggest/open-suggestions.ts';
import { type Suggestion, suggest } from '../../app/suggest/suggest.ts';
import type { State, TextRange } from '../store/state.ts';

/** What the rules say of a story does not change with its annotations; it is found once. */
const found = new WeakMap<Story, { off: readonly string[]; suggestions: Suggestion[] }>();

/** The suggestions of a story that nobody has decided about, in the order of the text. */
export function suggestionsOf(project: Project, key: StoryKey, story: Story): Suggestion[] {
  const { suggestionRulesOff: off } = project;
  let known = found.get(story);
  if (known?.off !== off) {
    known = { off, suggestions: suggest(story, new Set(off)) };
    found.set(story, known);
  }
  return openSuggestions(known.suggestions, project, key, story);
}

/** The suggestion that keys and buttons are about: the one that was gone to, while nothing else is selected. */
export function currentSuggestion(
  suggestions: readonly Suggestion[],
  { suggestion, selected }: Pick<State, 'suggestion' | 'selected'>,
): Suggestion | null {
  if (suggestion === null || selected !== null) return null;
  return suggestions.find(({ start }) => start === suggestion.start) ?? null;
}

/** The next one behind a place of the text, or before it; from the last one on to the first. */
export function neighbourSuggestion(
  suggestions: readonly Suggestion[],
  from: TextRange | null,
  by: 1 | -1,
): Suggestion | null {
  if (from === null) return suggestions.at(by > 0 ? 0 : -1) ?? null;
  const next =
    by > 0
      ? (suggestions.find(({ start }) => start > from.start) ?? suggestions[0])
      : (suggestions.findLast(({ start }) => start < from.start) ?? suggestions.at(-1));
  return next ?? null;
}
