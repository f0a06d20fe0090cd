import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { recover } from '../project/recover.ts';
import type { DumpAmong } from './dump-among.ts';
import { PROJECT_EXTENSION, unnamedFolder } from './project-place.ts';

/**
 * The project file that has a dump already, the most recently opened where several have it; null: none has. Looked for
 * among `recent` (last opened first), then in `<data folder>/projects` (last changed first). Reads only; a project that
 * cannot be read is passed over.
 */
export async function projectOfDump(
  dump: DumpAmong,
  { recent, dataFolder }: { recent: readonly string[]; dataFolder: string },
): Promise<string | null> {
  if (!(await dump.isThere())) return null;
  const listed = new Set(recent);
  for (const file of recent) if (await hasDump(file, dump)) return file;
  for (const file of await projectsIn(unnamedFolder(dataFolder))) {
    if (!listed.has(file) && (await hasDump(file, dump))) return file;
  }
  return null;
}

async function hasDump(file: string, dump: DumpAmong): Promise<boolean> {
  const found = await recover(file).catch(() => null);
  return found !== null && (await dump.find(found.state.project.dumps.values())) !== null;
}

async function projectsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => extname(name) === PROJECT_EXTENSION).map((name) => join(folder, name));
  const changed = await Promise.all(
    files.map(async (file) => ({ file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0 })),
  );
  return changed.sort((a, b) => b.at - a.at).map(({ file }) => file);
}
