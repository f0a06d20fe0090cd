import { mkdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UratoriError } from '../../app/problem.ts';
import { syncFolder } from '../durable-file.ts';
import { claimTemporaryName, removeStaleTemporaries } from '../temporary-files.ts';
import { mustBeFree } from './target.ts';

/**
 * Makes a folder whole or not at all: `fill` works in one beside it, which is renamed when it is done. A folder that has
 * something in it is never replaced: somebody may have worked in it since.
 * @param fill what it gives comes back; `keep`: whether the folder is to stay
 * @returns where the folder is by now: absolute, symbolic links followed; null: it was not kept
 * @throws UratoriError `export-place-taken`, `export-folder-missing`, `disk-full`, `write-failed`, and whatever `fill`
 * throws; then, and where it is not kept, the target is untouched and nothing else stays
 */
export async function newFolder<T>(
  path: string,
  fill: (aside: string, place: string) => Promise<{ made: T; keep: boolean }>,
): Promise<{ made: T; path: string | null }> {
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
    await mkdir(aside).catch((error) => folderFailed(place, error));
    const { made, keep } = await fill(aside, place);
    if (!keep) return { made, path: null };
    // An empty folder gives way by itself on most systems, not on Windows.
    await rmdir(place).catch(() => undefined);
    await rename(aside, place).catch((error) => folderFailed(place, error));
    await syncFolder(parent);
    return { made, path: place };
  } finally {
    // Once it was renamed there is nothing left to remove.
    await rm(aside, { recursive: true, force: true });
    temporary.release();
  }
}

/** @throws UratoriError `disk-full`, `write-failed` */
export function folderFailed(path: string, error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    throw new UratoriError('disk-full', { path }, { cause: error });
  throw new UratoriError('write-failed', { path, detail: error.message }, { cause: error });
}
