import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Problem } from '../../../app/problem.ts';
import { isJunk } from './junk.ts';
import { comparePaths } from './natural-order.ts';
import { ignore, type Report } from './source.ts';

export interface FolderFile {
  /** Absolute. */
  path: string;
  /** From the folder, with `/`. */
  name: string;
  bytes: number;
  mtimeMs: number;
  ctimeMs: number;
}

/**
 * The files of a folder and the folders in it, in the order of their names. Hidden ones and what tools put there are
 * left out, and so is what is not a file; links count only where nothing else leads to the same file.
 * @throws NodeJS.ErrnoException where the folder itself cannot be listed
 */
export async function* filesIn(folder: string, report: Report = ignore): AsyncGenerator<FolderFile> {
  const listing = new FolderListing(folder, report);
  await listing.list('', await realpath(folder));
  await listing.followLinks();
  for (const name of listing.names.sort(comparePaths)) {
    const path = join(folder, name);
    try {
      const { size, mtimeMs, ctimeMs } = await stat(path);
      yield { path, name, bytes: size, mtimeMs, ctimeMs };
    } catch (thrown) {
      report(notReadable(name, thrown));
    }
  }
}

/** What to tell of an entry that the system does not give. */
export function notReadable(entry: string, thrown: unknown): Problem {
  const code = (thrown as NodeJS.ErrnoException).code;
  return { code: 'entry-not-readable', params: { entry, detail: code ?? String(thrown) } };
}

class FolderListing {
  readonly names: string[] = [];
  private readonly root: string;
  private readonly report: Report;
  /** Real paths that were listed, so that no link leads to them again, or in circles. */
  private readonly known = new Set<string>();
  private readonly links: string[] = [];

  constructor(root: string, report: Report) {
    this.root = root;
    this.report = report;
  }

  /** @param real the real path of the folder `name` */
  async list(name: string, real: string): Promise<void> {
    this.known.add(real);
    for (const entry of await this.entriesOf(name)) {
      if (isJunk(entry.name)) continue;
      const inner = name === '' ? entry.name : `${name}/${entry.name}`;
      const innerReal = join(real, entry.name);
      if (entry.isSymbolicLink()) this.links.push(inner);
      else if (entry.isDirectory()) await this.list(inner, innerReal);
      else if (entry.isFile()) this.add(inner, innerReal);
    }
  }

  async followLinks(): Promise<void> {
    const root = await realpath(this.root);
    for (let link = this.links.shift(); link !== undefined; link = this.links.shift()) {
      try {
        const real = await realpath(join(this.root, link));
        if (this.known.has(real)) continue;
        if (!real.startsWith(root + sep)) {
          this.report({ code: 'entry-unsafe-name', params: { entry: link } });
          continue;
        }
        const stats = await stat(real);
        if (stats.isDirectory()) await this.list(link, real);
        else if (stats.isFile()) this.add(link, real);
      } catch (thrown) {
        this.report(notReadable(link, thrown));
      }
    }
  }

  private add(name: string, real: string): void {
    this.known.add(real);
    this.names.push(name);
  }

  private async entriesOf(name: string): Promise<Dirent[]> {
    try {
      return await readdir(join(this.root, name), { withFileTypes: true });
    } catch (thrown) {
      if (name === '') throw thrown;
      this.report(notReadable(name, thrown));
      return [];
    }
  }
}
