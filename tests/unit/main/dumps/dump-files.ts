import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Story } from '../../../../app/story.ts';
import type { Dump } from '../../../../main/dumps/dump.ts';
import { type OpenOptions, openDump } from '../../../../main/dumps/open-dump.ts';

/** A folder of its own for each test file, gone when the file is done. */
export const folder = mkdtempSync(join(tmpdir(), 'uratori-dumps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
/** Writes a dump to a new file. Returns its path. */
export function dumpFile(content: string | Buffer): string {
  const path = join(folder, `dump-${++files}.txt`);
  writeFileSync(path, content);
  return path;
}

/** Opens, waits for the whole index, and closes whatever happens. */
export async function withDump<T>(
  path: string,
  options: OpenOptions,
  use: (dump: Dump) => Promise<T>,
): Promise<T> {
  const dump = await openDump(path, options);
  try {
    await dump.ready;
    return await use(dump);
  } finally {
    await dump.close();
  }
}

export async function storiesOf(path: string, options: OpenOptions = {}): Promise<Story[]> {
  return withDump(path, options, async (dump) => {
    const stories: Story[] = [];
    for await (const story of dump.stories()) stories.push(story);
    return stories;
  });
}

export const post = (lead: string, handle = 'minato_news', rest = '') =>
  `${lead}\n— 湊ニュース (@${handle}) April 12, 2025\n${rest === '' ? '' : `${rest}\n`}`;
