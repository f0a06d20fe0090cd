import { stat } from 'node:fs/promises';
import { filesIn } from '../dumps/intake/folder-files.ts';

/** The files that a dump is: itself (`name` null), or those of a folder, by their names in it. */
export async function* filesOfDump(
  path: string,
): AsyncGenerator<{ name: string | null; path: string; bytes: number }> {
  const stats = await stat(path);
  if (stats.isDirectory()) yield* filesIn(path);
  else yield { name: null, path, bytes: stats.size };
}
