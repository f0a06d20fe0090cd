import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { writeDurably } from '../durable-file.ts';
import { BACKUPS, backupFile } from './paths.ts';
import { snapshotSequence } from './snapshot-file.ts';
import { writeProblem } from './write-problem.ts';

/**
 * The rolling backups beside a project file: copies of its former snapshots, 1 the newest. Copies and not hard
 * links: a program that writes into the project file in place would write into a linked backup as well.
 */
export class Backups {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Makes the present snapshot the newest backup, where it is not that already; the oldest goes. If we die here, a
   * number is missing, and the next one to come fills it.
   * @throws UratoriError `disk-full`, `write-failed`: then no backup is lost but the one whose turn it was
   */
  async take(): Promise<void> {
    const present = await snapshotSequence(this.#file);
    const newest = backupFile(this.#file, 1);
    // A file that does not begin as ours do must not push out good backups.
    if (present === null || present === (await snapshotSequence(newest))) return;
    try {
      await this.#makeRoom();
      await writeDurably(newest, createReadStream(this.#file));
    } catch (thrown) {
      throw writeProblem(thrown, newest);
    }
  }

  /** The sequence that the journal has to reach back to, so that no backup is without what came after it; null without backups. */
  async oldestSequence(): Promise<number | null> {
    const sequences = await Promise.all(this.paths().map(snapshotSequence));
    const known = sequences.filter((sequence) => sequence !== null);
    return known.length === 0 ? null : Math.min(...known);
  }

  /** All that there could be, newest first. */
  paths(): string[] {
    return Array.from({ length: BACKUPS }, (_, index) => backupFile(this.#file, index + 1));
  }

  async #makeRoom(): Promise<void> {
    let free = 1;
    while (free < BACKUPS && (await exists(backupFile(this.#file, free)))) free += 1;
    await rm(backupFile(this.#file, free), { force: true });
    for (let number = free - 1; number >= 1; number -= 1) {
      await rename(backupFile(this.#file, number), backupFile(this.#file, number + 1));
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
