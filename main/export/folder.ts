import { mkdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UratoriError } from '../../app/problem.ts';
import { syncFolder, writeNew } from '../durable-file.ts';
import { claimTemporaryName, removeStaleTemporaries } from '../temporary-files.ts';
import { mustBeFree } from './target.ts';

export interface WrittenFolder {
  /** Absolute, symbolic links followed. */
  path: string;
  bytes: number;
  files: number;
}

/**
 * Writes a whole folder or nothing: into one beside the target, each file fsynced, then renamed. A folder that has
 * something in it is never replaced: somebody may have worked in it since.
 * @throws UratoriError `export-place-taken`, `export-folder-missing`, `disk-full`, `write-failed`, whatever
 * `files` throws, or the reason of `signal`; then the target is untouched and nothing else stays
 */
export async function writeFolder(
  path: string,
  files: Iterable<{ name: string; chunks: Iterable<string> }>,
  options: { signal?: AbortSignal } = {},
): Promise<WrittenFolder> {
  const target = resolve(path);
  const parent = await realpath(dirname(target)).catch((cause: unknown) => {
    throw new UratoriError('export-folder-missing', { path: dirname(target) }, { cause });
  });
  const place = join(parent, basename(target));
  await mustBeFree(place);
  await removeStaleTemporaries(parent);
  const temporary = claimTemporaryName();
  const aside = join(parent, temporary.name);
  try {
    await mkdir(aside).catch((error) => failed(place, error));
    const folders = new Set([aside]);
    let [bytes, count] = [0, 0];
    for (const { name, chunks } of files) {
      const file = join(aside, ...name.split('/'));
      const folder = dirname(file);
      if (!folders.has(folder)) {
        await mkdir(folder, { recursive: true }).catch((error) => failed(place, error));
        folders.add(folder);
      }
      bytes += (await writeNew(file, chunks, options)).bytes;
      count += 1;
    }
    for (const folder of folders) await syncFolder(folder);
    // An empty folder gives way by itself on most systems, not on Windows.
    await rmdir(place).catch(() => undefined);
    await rename(aside, place).catch((error) => failed(place, error));
    await syncFolder(parent);
    return { path: place, bytes, files: count };
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  } finally {
    temporary.release();
  }
}

function failed(path: string, error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    throw new UratoriError('disk-full', { path }, { cause: error });
  throw new UratoriError('write-failed', { path, detail: error.message }, { cause: error });
}
