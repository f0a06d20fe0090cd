import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNew } from '../durable-file.ts';
import { claimTemporaryName, removeStaleTemporaries } from '../temporary-files.ts';

/**
 * Writes a page into a new folder that only this user may enter, and removes the folder afterwards, whatever happens.
 * What killed runs left beside it is removed as well.
 * @param parent a folder for temporary files
 * @throws UratoriError `disk-full`, `write-failed`; whatever `html` and `use` throw; the reason of `signal`
 */
export async function withPageFile<T>(
  parent: string,
  html: AsyncIterable<string>,
  use: (place: { file: string; folder: string }) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  await removeStaleTemporaries(parent);
  const temporary = claimTemporaryName();
  const folder = join(parent, temporary.name);
  try {
    await mkdir(folder, { mode: 0o700 });
    const file = join(folder, 'report.html');
    await writeNew(file, html, signal ? { signal } : {});
    return await use({ file, folder });
  } finally {
    // A browser that was just ended may still hold a file for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(
      () => undefined,
    );
    temporary.release();
  }
}
