import type { Story } from '../../app/story.ts';
import type { Arrangement } from '../reading/StoryText.tsx';
import { cutOf, type StoryPairs } from './story-pairs.ts';

/** A translation stands beside its original, a full text beside its cut post if a person wants it there. */
export function arrangementOf(story: Story, pairs: StoryPairs | null, cutBeside: boolean): Arrangement {
  if (pairs) return { kind: 'translation', pairs: pairs.pairs };
  const cut = cutBeside ? cutOf(story) : null;
  return cut && { kind: 'cut', pairs: cut.pairs };
}
