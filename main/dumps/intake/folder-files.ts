import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FolderFile {
  /** Absolute. */
  path: string;
  /** From the folder, with `/`. */
  name: string;
  bytes: number;
  mtimeMs: number;
  ctimeMs: number;
}

/** The files of a folder and the folders in it, by name, numbers by their value; hidden ones are left out. */
export async function* filesIn(folder: string, prefix = ''): AsyncGenerator<FolderFile> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const order = new Intl.Collator('en', { numeric: true });
  for (const entry of entries.sort((a, b) => order.compare(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue;
    const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(folder, name);
    else if (entry.isFile()) {
      const path = join(folder, name);
      const { size, mtimeMs, ctimeMs } = await stat(path);
      yield { path, name, bytes: size, mtimeMs, ctimeMs };
    }
  }
}
