import type { Connection } from '../../app/contract.ts';
import type { StoryKey } from '../../app/story.ts';

/** Stories that are asked about at the same time. */
const AT_ONCE = 64;

/**
 * Those of the given stories that a list shows, in the order given. Asks for the place of each one, since a list of
 * its own would end the search of the one on the screen.
 * @throws what the connection throws, and the signal's reason when it is aborted
 */
export async function storiesShown(
  connection: Connection,
  view: number,
  keys: readonly StoryKey[],
  signal: AbortSignal,
): Promise<StoryKey[]> {
  const isShown = async (key: StoryKey): Promise<boolean> => {
    const { ordinal } = await connection.call('story.locate', { storyKey: key });
    if (ordinal === null) return false;
    return (await connection.call('stories.place', { view, ordinal })).place !== null;
  };
  const shown: StoryKey[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    signal.throwIfAborted();
    const some = keys.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map(isShown));
    shown.push(...some.filter((_, index) => answers[index]));
  }
  return shown;
}
