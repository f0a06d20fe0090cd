import type { StoryFilter } from '../../app/contract.ts';
import type { Story } from '../../app/story.ts';
import { matcherOf } from '../search/search-query.ts';
import type { TextRange } from '../store/state.ts';

/**
 * Where a query stands in a story, without overlaps; the same places that the search over the dump counts. What it
 * asks beside the text is taken as given: the search has answered it.
 */
export function hitsIn(
  story: Pick<Story, 'text' | 'segments'>,
  filter: Pick<StoryFilter, 'query' | 'matching'>,
): TextRange[] {
  const matcher = matcherOf(filter);
  const searched = { text: story.text, segments: () => story.segments, holds: () => true };
  return matcher?.matchesIn(searched) ?? [];
}
