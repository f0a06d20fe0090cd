import { mkdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PROJECT } from '../../app/bundle/paths.ts';
import type { Verification } from '../../app/bundle/verification.ts';
import { UratoriError } from '../../app/problem.ts';
import { syncFolder } from '../durable-file.ts';
import { mustBeFree } from '../export/target.ts';
import { claimTemporaryName, removeStaleTemporaries } from '../temporary-files.ts';
import { type VerifyOptions, verifyInto } from './verify.ts';

export interface ExtractedBundle {
  verification: Verification;
  /** The project file, ready to be opened; null where the bundle was not unpacked, since it is not whole. */
  projectFile: string | null;
}

/**
 * Unpacks a bundle into a new folder once it was verified there: before that nobody finds it under its name.
 * @param allowMissing also where dumps or attachments were left out of it
 * @throws UratoriError `export-place-taken`, `export-folder-missing`, and what `verifyBundle` throws; then, and where
 * it is not whole, nothing of it stays
 */
export async function extractBundle(
  path: string,
  into: string,
  options: VerifyOptions & { allowMissing: boolean },
): Promise<ExtractedBundle> {
  const target = resolve(into);
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
    const verification = await verifyInto(path, aside, options);
    const { outcome } = verification;
    if (outcome === 'broken' || (outcome === 'unproven' && !options.allowMissing))
      return { verification, projectFile: null };
    // An empty folder gives way by itself on most systems, not on Windows.
    await rmdir(place).catch(() => undefined);
    await rename(aside, place).catch((error) => failed(place, error));
    await syncFolder(parent);
    return { verification, projectFile: join(place, PROJECT) };
  } finally {
    await rm(aside, { recursive: true, force: true });
    temporary.release();
  }
}

function failed(path: string, error: NodeJS.ErrnoException): never {
  const code = error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'disk-full' : 'write-failed';
  throw new UratoriError(code, code === 'disk-full' ? { path } : { path, detail: error.message }, {
    cause: error,
  });
}
