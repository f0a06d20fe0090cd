import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder, writeNew } from '../durable-file.ts';
import { folderFailed, newFolder } from './new-folder.ts';

export interface WrittenFolder {
  /** Absolute, symbolic links followed. */
  path: string;
  bytes: number;
  files: number;
}

/**
 * Writes a whole folder of files or nothing, each file fsynced.
 * @throws what `newFolder` throws, whatever `files` throws, or the reason of `signal`; then the target is untouched
 */
export async function writeFolder(
  path: string,
  files: Iterable<{ name: string; chunks: Iterable<string> }>,
  options: { signal?: AbortSignal } = {},
): Promise<WrittenFolder> {
  const { made, path: folder } = await newFolder(path, async (aside, place) => {
    const written = { bytes: 0, files: 0 };
    const folders = new Set([aside]);
    for (const { name, chunks } of files) {
      const file = join(aside, ...name.split('/'));
      const around = dirname(file);
      if (!folders.has(around)) {
        await mkdir(around, { recursive: true }).catch((error) => folderFailed(place, error));
        folders.add(around);
      }
      written.bytes += (await writeNew(file, chunks, options)).bytes;
      written.files += 1;
    }
    for (const each of folders) await syncFolder(each);
    return { made: written, keep: true };
  });
  return { path: folder ?? path, ...made };
}
