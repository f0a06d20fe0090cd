import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DumpRef } from '../../app/dump-ref.ts';
import { hashFile } from './file-hash.ts';

/**
 * The absolute path at which a dump of a project stands now; null: it has to be asked for. Looked for by its path
 * relative to the project file (both were moved), by its absolute path (the project was), then under its name beside
 * the project. There a name alone proves nothing, so the SHA-256 decides; at the other two a file of another
 * size is the dump, changed, unless a later place has one of the right size.
 */
export async function findDump(
  ref: DumpRef,
  projectFile: string,
  mayFollow: (path: string) => Promise<boolean>,
): Promise<string | null> {
  const folder = dirname(projectFile);
  let changed: string | null = null;
  for (const path of placesOf(ref, folder)) {
    const bytes = await sizeOf(path, mayFollow);
    if (bytes === ref.bytes) return path;
    if (bytes !== null) changed ??= path;
  }
  const beside = join(folder, basename(ref.name));
  if (ref.sha256 !== null && (await sizeOf(beside, mayFollow)) === ref.bytes) {
    if ((await hashFile(beside)).sha256 === ref.sha256) return beside;
  }
  return changed;
}

function placesOf(ref: DumpRef, folder: string): string[] {
  const absolute = resolve(ref.path);
  return ref.relativePath === null ? [absolute] : [resolve(folder, ref.relativePath), absolute];
}

/** Bytes of the file; null where there is none that may be read. */
async function sizeOf(path: string, mayFollow: (path: string) => Promise<boolean>): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() && (await mayFollow(path)) ? found.size : null;
}
