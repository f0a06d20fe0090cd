import {
  headOfStories,
  lineOfStory,
  type OriginalDump,
  originalOf,
} from '../../app/formats/uratori-stories.ts';
import type { Story } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';
import { FileAccess } from '../dumps/intake/file-access.ts';
import type { DumpsAtHand } from '../export/dumps-at-hand.ts';

/** Bytes. */
const LONGEST_HEAD = 1 << 16;

/** A file of stories (`app/formats/uratori-stories.ts`), piece by piece. */
export async function* excerptText(
  original: OriginalDump,
  stories: AsyncIterable<Story>,
): AsyncGenerator<string> {
  yield `${headOfStories(original)}\n`;
  for await (const story of stories) yield `${lineOfStory(story, original.name)}\n`;
}

/** The dump that a file of stories was taken from; null where its first line does not tell. */
export async function originalOfFile(path: string): Promise<OriginalDump | null> {
  const file = await FileAccess.open(path);
  try {
    const [line = ''] = (await file.read(0, LONGEST_HEAD)).toString('utf8').split('\n', 1);
    return originalOf(line);
  } finally {
    await file.close();
  }
}

/** The stories of an excerpt as those of the dump that they were taken from: what a report says of them does not change. */
export function inNameOf(original: OriginalDump, excerpt: Dump): NonNullable<ReturnType<DumpsAtHand['get']>> {
  const { bytes, encoding, format, sha256 } = original;
  return {
    path: excerpt.path,
    ...{ bytes, encoding, format },
    sha256: async () => sha256,
    find: (storyId, hint) => excerpt.find(storyId, hint),
    read: (ordinal) => excerpt.read(ordinal),
  };
}
