import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/** Whether `path` is `folder` or lies below it. Both absolute and without symbolic links or `..`. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * The path without symbolic links, also of a file that does not exist yet: that of the nearest folder that does, and
 * the rest. null for a link that leads nowhere, since it might lead anywhere once its target is made.
 */
export async function realPathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return null;
  }
  if (await exists(path)) return null;
  const parent = dirname(path);
  if (parent === path) return null;
  const real = await realPathOf(parent);
  return real === null ? null : join(real, basename(path));
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
