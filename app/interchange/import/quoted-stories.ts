import type { Evidence, StoryQuote } from '../../evidence.ts';
import type { Project } from '../../project.ts';
import type { AnnotationSet, SetEvidence } from '../annotation-set.ts';
import { placerOf } from './place-spans.ts';
import type { FoundStory } from './plan.ts';

/** Finds the words that evidence of a file quotes, in the stories that were found; null where that is not certain. */
export function quoteFinder(
  { stories }: AnnotationSet,
  found: readonly FoundStory[],
): (quoted: SetEvidence['story']) => StoryQuote | null {
  const indexes = new Map(stories.map(({ key }, index) => [key, index]));
  const placers = new Map<number, ReturnType<typeof placerOf>>();
  return (quoted) => {
    const index = indexes.get(quoted?.key ?? '') ?? -1;
    const place = found[index];
    if (!quoted?.span || place?.kind !== 'found') return null;
    const placer = placers.get(index) ?? placerOf(stories[index]?.text ?? null, place.story);
    placers.set(index, placer);
    const placed = placer(quoted.span);
    return 'anchor' in placed ? { storyKey: place.key, anchor: placed.anchor } : null;
  };
}

/** Evidence for a claim that the project has: a story that the project does not have is no more than its words. */
export function inProject(entry: Evidence, { stories }: Project): Evidence {
  const { story } = entry;
  if (!story || stories.has(story.storyKey)) return entry;
  return { ...entry, quote: entry.quote || story.anchor.quote, story: null };
}
