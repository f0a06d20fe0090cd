import type { Coder } from '../../app/agreement/projects/coder.ts';
import type { AnchoredText } from '../../app/anchor.ts';
import { type StoryKey, type StoryRef, storyKey } from '../../app/story.ts';
import { type DumpsAtHand, readStory } from '../export/dumps-at-hand.ts';

/**
 * The texts of stories, as far as their dumps are at hand. Coders know the same story by the same key.
 * @param pause given a moment now and then, so that others have their turn
 */
export async function textsOf(
  keys: readonly StoryKey[],
  coders: readonly Coder[],
  dumps: DumpsAtHand,
  pause: () => Promise<unknown> = async () => undefined,
): Promise<Map<StoryKey, AnchoredText>> {
  const refs = new Map<StoryKey, StoryRef>();
  for (const { data } of coders)
    for (const ref of data.stories) {
      const key = storyKey(ref.dumpId, ref.storyId);
      if (!refs.has(key)) refs.set(key, ref);
    }
  const texts = new Map<StoryKey, AnchoredText>();
  for (const [place, key] of keys.entries()) {
    if (place % AT_A_TIME === AT_A_TIME - 1) await pause();
    const ref = refs.get(key);
    const story = ref ? await readStory(dumps, ref) : null;
    if (story) texts.set(key, { text: story.text, segments: story.segments });
  }
  return texts;
}

/** Stories read before others have their turn. */
const AT_A_TIME = 100;
