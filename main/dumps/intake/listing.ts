import { posix } from 'node:path';
import type { Source } from './source.ts';

/** The entries that stand beside each other in a folder or an archive, by name. */
export class Listing {
  private readonly sources = new Map<string, Source>();
  private folders: Map<string, string[]> | null = null;

  constructor(sources: readonly Source[]) {
    // Of two entries with one name an unpacker would leave the later one.
    for (const source of sources) this.sources.set(source.name, source);
  }

  /** @param name relative to the folder of `entry` */
  beside(entry: string, name: string): Source | null {
    return this.sources.get(posix.join(posix.dirname(entry), name)) ?? null;
  }

  /** Names in the folder of `entry`. */
  namesBeside(entry: string): readonly string[] {
    this.folders ??= byFolder(this.sources.keys());
    return this.folders.get(posix.dirname(entry)) ?? [];
  }
}

function byFolder(paths: Iterable<string>): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    const names = folders.get(folder);
    if (names) names.push(posix.basename(path));
    else folders.set(folder, [posix.basename(path)]);
  }
  return folders;
}
