import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Recent } from '../../app/contract.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { SerialQueue } from './serial-queue.ts';

const MOST = 20;

const recentSchema = z.array(z.object({ path: z.string(), title: z.string(), openedAt: z.iso.datetime() }));

/** `<data folder>/recent.json`: the projects that were opened, the last one first. */
export class RecentProjects {
  readonly #path: string;
  readonly #queue = new SerialQueue();

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'recent.json');
  }

  /** Without those whose file is gone; they come back with their disk. */
  list(): Promise<Recent[]> {
    return this.#queue.run(async () => {
      const all = await this.#read();
      const there = await Promise.all(all.map((entry) => exists(entry.path)));
      return all.filter((_, index) => there[index]);
    });
  }

  async has(path: string): Promise<boolean> {
    return (await this.#queue.run(() => this.#read())).some((entry) => entry.path === path);
  }

  /** Puts a project first. `insteadOf`: the path that the same project had before. */
  note(entry: Recent, insteadOf: string | null = null): Promise<void> {
    return this.#change((all) => [
      entry,
      ...all.filter((other) => other.path !== entry.path && other.path !== insteadOf),
    ]);
  }

  /** The project has another title now. */
  retitle(path: string, title: string): Promise<void> {
    return this.#change((all) => all.map((entry) => (entry.path === path ? { ...entry, title } : entry)));
  }

  /** Takes a project off the list; the file stays. */
  forget(path: string): Promise<void> {
    return this.#change((all) => all.filter((entry) => entry.path !== path));
  }

  /** Read anew each time: another window of the program may have written meanwhile. */
  async #read(): Promise<Recent[]> {
    return (await readJsonFile(this.#path, recentSchema)) ?? [];
  }

  #change(change: (all: Recent[]) => Recent[]): Promise<void> {
    return this.#queue.run(async () => writeJsonFile(this.#path, change(await this.#read()).slice(0, MOST)));
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
