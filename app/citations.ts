import type { Claim } from './claim.ts';
import type { StoryKey } from './story.ts';

/** The stories that the evidence of a claim quotes. */
export function storiesCitedBy(claim: Claim): Set<StoryKey> {
  return new Set(claim.evidence.flatMap(({ story }) => (story ? [story.storyKey] : [])));
}

/** The claims, by id in ascending order, whose evidence quotes a story. */
export function citedIn(claims: readonly Claim[]): Map<StoryKey, readonly string[]> {
  const index = new Map<StoryKey, string[]>();
  for (const claim of claims) {
    for (const key of storiesCitedBy(claim)) index.set(key, [...(index.get(key) ?? []), claim.id]);
  }
  for (const ids of index.values()) ids.sort();
  return index;
}
