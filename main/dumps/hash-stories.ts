import { hash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { storyHash } from '../../app/formats/plain-text/plain-text.ts';
import type { ScanTasks } from './scan-tasks.ts';
import { columnsOver, StoryReader } from './story-reader.ts';

const AT_A_TIME = 500;

export const sha256OfText = (text: string): string => hash('sha256', text, 'hex');

/** The first eight bytes of a story's hash as the two numbers that `hashStories` gives. */
export function hashNumbers(storyHash: string): [number, number] {
  return [Number.parseInt(storyHash.slice(0, 8), 16) | 0, Number.parseInt(storyHash.slice(8, 16), 16) | 0];
}

/** Reads and hashes stories: the only way to find a story by its id alone. */
export async function hashStories(
  { path, encoding, blocks, from, to, rule }: ScanTasks['hashes']['ask'],
  stopped: () => boolean,
): Promise<Int32Array<ArrayBuffer>> {
  const columns = columnsOver(blocks, to);
  const hashes = new Int32Array((to - from) * 2);
  const fd = openSync(path, 'r');
  try {
    const reader = new StoryReader(fd, encoding);
    for (let ordinal = from; ordinal < to && !stopped(); ordinal++) {
      const text = reader.text(columns.startOf(ordinal), columns.endOf(ordinal));
      hashes.set(hashNumbers(storyHash(text, rule, sha256OfText)), (ordinal - from) * 2);
      if (ordinal % AT_A_TIME === 0) await setImmediate();
    }
    return hashes;
  } finally {
    closeSync(fd);
  }
}
