import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DumpRef } from '../../app/dump-ref.ts';
import { hashDump } from '../dumps/hash-dump.ts';
import { filesIn } from '../dumps/intake/folder-files.ts';

/** Where a dump of a project stands; where it does not: at a path that may not be seen, or nowhere. */
export type Found = { kind: 'found'; path: string } | { kind: 'refused'; path: string } | { kind: 'missing' };

/**
 * Where a dump of a project stands now, an absolute path; otherwise it has to be asked for. Looked for by its path
 * relative to the project file (both were moved), by its absolute path (the project was), then under its name beside
 * the project. There a name alone proves nothing, so the SHA-256 decides; at the other two a file of another
 * size is the dump, changed, unless a later place has one of the right size.
 */
export async function findDump(
  ref: DumpRef,
  projectFile: string,
  mayFollow: (path: string) => Promise<boolean>,
): Promise<Found> {
  const folder = dirname(projectFile);
  let changed: string | null = null;
  let refused: string | null = null;
  for (const path of placesOf(ref, folder)) {
    // Before anything is asked of it: not even whether it exists is told of what may not be seen.
    if (!(await mayFollow(path))) {
      refused = path;
      continue;
    }
    const bytes = await sizeOf(path);
    if (bytes === ref.bytes) return { kind: 'found', path };
    if (bytes !== null) changed ??= path;
  }
  const beside = join(folder, basename(ref.name));
  if (ref.sha256 !== null && (await mayFollow(beside)) && (await sizeOf(beside)) === ref.bytes) {
    const sha256 = await hashDump(beside, () => false).catch(() => null);
    if (sha256 === ref.sha256) return { kind: 'found', path: beside };
  }
  if (changed !== null) return { kind: 'found', path: changed };
  return refused === null ? { kind: 'missing' } : { kind: 'refused', path: refused };
}

function placesOf(ref: DumpRef, folder: string): string[] {
  // A project that came in a bundle names its dumps from its own folder.
  const absolute = resolve(folder, ref.path);
  return ref.relativePath === null ? [absolute] : [resolve(folder, ref.relativePath), absolute];
}

/** Bytes of the file, or of those in the folder; null where there is neither. */
async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return found?.isFile() ? found.size : null;
  let bytes = 0;
  for await (const file of filesIn(path)) bytes += file.bytes;
  return bytes;
}
