import { closeSync, openSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { hashNumbers } from './hash-text.ts';
import type { ScanTasks } from './scan-tasks.ts';
import { parserOf } from './story-kind.ts';
import { columnsOver, StoryBytes } from './story-reader.ts';

const AT_A_TIME = 500;

/** Reads and hashes stories: the only way to find a story by its id alone. */
export async function hashStories(
  { path, kind, blocks, from, to }: ScanTasks['hashes']['ask'],
  stopped: () => boolean,
): Promise<Int32Array<ArrayBuffer>> {
  const columns = columnsOver(blocks, to);
  const hashes = new Int32Array((to - from) * 2);
  const fd = openSync(path, 'r');
  try {
    const parser = parserOf(kind);
    const reader = new StoryBytes(fd);
    for (let ordinal = from; ordinal < to && !stopped(); ordinal++) {
      const { bytes, start, end } = reader.read(columns.startOf(ordinal), columns.endOf(ordinal));
      hashes.set(hashNumbers(parser.idOf(bytes, start, end)), (ordinal - from) * 2);
      if (ordinal % AT_A_TIME === 0) await setImmediate();
    }
    return hashes;
  } finally {
    closeSync(fd);
  }
}
