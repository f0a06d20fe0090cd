import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Story } from '../../../app/story.ts';
import { openDump } from '../../../main/dumps/open-dump.ts';

/** Where the real dumps are, beside the repository; they are not part of it. */
const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));

export const isThere = (file: string): boolean => existsSync(join(shared, file));

export const sha256Of = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(shared, file)))
    .digest('hex');

/** Every story of a file, read as the program reads it. */
export async function storiesOf(file: string): Promise<Story[]> {
  const dump = await openDump(join(shared, file));
  try {
    const stories: Story[] = [];
    for await (const story of dump.stories(0)) stories.push(story);
    return stories;
  } finally {
    await dump.close();
  }
}
