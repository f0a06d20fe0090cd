import { type StoryKey, storyKey } from '../../story.ts';
import type { Coder } from './coder.ts';

/**
 * Which stories a coder has worked on, so that nothing in the margin means something. `worked`: in progress or further,
 * or annotated; `reviewed`: reviewed or signed off; `annotated`: with something in the margin; `all`: every story that
 * anybody has in their project.
 */
export const STORY_RULES = ['worked', 'reviewed', 'annotated', 'all'] as const;
export type StoryRule = (typeof STORY_RULES)[number];

export interface CountedStories {
  /** Those that at least two coders worked on, in ascending order of key. */
  keys: StoryKey[];
  /** Those that all of them did. */
  byAll: StoryKey[];
  /** Stories of all projects together. */
  known: number;
  counts(key: StoryKey): boolean;
  /** By place of the coder. */
  workedOn(coder: number, key: StoryKey): boolean;
}

export function countedStories(coders: readonly Coder[], rule: StoryRule): CountedStories {
  const known = new Set<StoryKey>();
  for (const { data } of coders)
    for (const { dumpId, storyId } of data.stories) known.add(storyKey(dumpId, storyId));
  const sets = coders.map((coder) => new Set([...known].filter((key) => hasWorked(coder, key, rule))));
  const times = (key: StoryKey) => sets.filter((set) => set.has(key)).length;
  const keys = [...known].filter((key) => times(key) >= 2).sort();
  const counted = new Set(keys);
  return {
    keys,
    counts: (key) => counted.has(key),
    byAll: keys.filter((key) => times(key) === coders.length),
    known: known.size,
    workedOn: (coder, key) => sets[coder]?.has(key) ?? false,
  };
}

function hasWorked({ reviews, annotated }: Coder, key: StoryKey, rule: StoryRule): boolean {
  const state = reviews.get(key) ?? 'unread';
  switch (rule) {
    case 'worked':
      return state !== 'unread' || annotated.has(key);
    case 'reviewed':
      return state === 'reviewed' || state === 'signed-off';
    case 'annotated':
      return annotated.has(key);
    case 'all':
      return true;
    default:
      return assertNever(rule);
  }
}

function assertNever(rule: never): never {
  throw new Error(`not a rule: ${rule}`);
}
