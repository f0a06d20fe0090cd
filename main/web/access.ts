import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Folder, FolderEntry } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';
import { isWithin, realPathOf } from '../paths.ts';

/** What the browser host lets its page see. Symbolic links are followed first, so one that leads out is refused. */
export interface Access {
  mayRead(path: string): Promise<boolean>;
  /** Whether it is one of the files, not below one of the folders, that the server was started with. */
  isGiven(path: string): Promise<boolean>;
  mayWrite(path: string): Promise<boolean>;
  /**
   * A folder's visible entries, folders first; null: the places that may be seen, those that a person named first.
   * @throws UratoriError `path-not-allowed`
   */
  list(path: string | null): Promise<Folder>;
}

export interface Places {
  /** Files and folders that the server was started with: absolute paths of what exists. */
  given: readonly string[];
  /** Folders of the program's own, readable. */
  own: readonly string[];
  /** Those of them that reports and projects may be written to. */
  ownWritable: readonly string[];
}

export async function createAccess({ given, own, ownWritable }: Places): Promise<Access> {
  const shared = await Promise.all(given.map(placeAt));
  const givenFiles = shared.filter(({ folder }) => !folder);
  const readable = [...shared, ...(await Promise.all(own.map(placeAt)))];
  const writable = [...shared, ...(await Promise.all(ownWritable.map(placeAt)))].filter(
    ({ folder }) => folder,
  );

  const mayRead = (path: string) => holds(readable, path);
  return {
    mayRead,
    isGiven: (path) => holds(givenFiles, path),
    mayWrite: (path) => holds(writable, path),
    async list(path) {
      if (path === null)
        return { path: '', parent: null, entries: await entriesOf([...given, ...ownWritable]) };
      if (!(await mayRead(path))) throw new UratoriError('path-not-allowed', { path });
      const names = await readdir(path).catch((cause: unknown) => {
        throw new UratoriError('path-not-allowed', { path }, { cause });
      });
      const paths = names.filter((name) => !name.startsWith('.')).map((name) => join(path, name));
      const seen = await Promise.all(paths.map(mayRead));
      const parent = dirname(path);
      return {
        path,
        parent: (await mayRead(parent)) ? parent : null,
        entries: (await entriesOf(paths.filter((_, at) => seen[at]))).sort(byKindAndName),
      };
    },
  };
}

interface Place {
  real: string | null;
  folder: boolean;
}

async function placeAt(path: string): Promise<Place> {
  const [real, stats] = await Promise.all([realPathOf(path), stat(path).catch(() => null)]);
  return { real, folder: stats?.isDirectory() ?? false };
}

async function holds(places: readonly Place[], path: string): Promise<boolean> {
  if (!isAbsolute(path) || path.includes('\0')) return false;
  const real = await realPathOf(path);
  if (real === null) return false;
  return places.some(
    (place) => place.real !== null && (place.folder ? isWithin(place.real, real) : place.real === real),
  );
}

async function entriesOf(paths: readonly string[]): Promise<FolderEntry[]> {
  const entries = await Promise.all(
    paths.map(async (path): Promise<FolderEntry | null> => {
      const stats = await stat(path).catch(() => null);
      if (!stats?.isFile() && !stats?.isDirectory()) return null;
      const kind = stats.isDirectory() ? 'folder' : 'file';
      const bytes = kind === 'folder' ? 0 : stats.size;
      return { name: basename(path) || path, path, kind, bytes, modifiedAt: stats.mtime.toISOString() };
    }),
  );
  return entries.filter((entry) => entry !== null);
}

const names = new Intl.Collator(undefined, { numeric: true });

function byKindAndName(a: FolderEntry, b: FolderEntry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return names.compare(a.name, b.name);
}
