import type { Adapter } from 'lowdb';
import { UratoriError } from '../../app/problem.ts';
import { writeDurably } from '../durable-file.ts';
import { readSnapshot, type Snapshot } from './snapshot-file.ts';
import { snapshotText } from './snapshot-text.ts';
import { writeProblem } from './write-problem.ts';

/**
 * The adapter through which lowdb keeps a project. lowdb's own writes through one fixed temporary name and without
 * fsync, so that a power cut can leave an empty file; whoever opens this one's, at any moment and after any crash,
 * finds the old snapshot or the new one.
 */
export class DurableAdapter implements Adapter<Snapshot> {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** null where there is no file; anything else that is wrong is thrown, as `readSnapshot` says. */
  async read(): Promise<Snapshot | null> {
    try {
      return await readSnapshot(this.#path);
    } catch (thrown) {
      if (thrown instanceof UratoriError && thrown.code === 'project-not-found') return null;
      throw thrown;
    }
  }

  /** @throws UratoriError `disk-full`, `write-failed`, `project-folder-missing`: then the old file is untouched */
  async write({ project, sequence }: Snapshot): Promise<void> {
    try {
      await writeDurably(this.#path, snapshotText(project, sequence));
    } catch (thrown) {
      throw writeProblem(thrown, this.#path);
    }
  }
}
