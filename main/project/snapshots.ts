import { Low } from 'lowdb';
import type { Problem } from '../../app/problem.ts';
import { Backups } from './backups.ts';
import { DurableAdapter } from './durable-adapter.ts';
import type { FileJournal } from './file-journal.ts';
import { LONGEST_DELAY, PACE, type Pace } from './pace.ts';
import { PastFile } from './past-file.ts';
import { pastFile } from './paths.ts';
import type { Snapshot } from './snapshot-file.ts';
import { writeProblem } from './write-problem.ts';

export interface SnapshotEvents {
  saved: { sequence: number; at: string };
  saveFailed: { problem: Problem };
}

interface Parts {
  file: string;
  journal: FileJournal;
  pace: Pace;
  current(): Snapshot;
  /** The sequence of the snapshot that the file holds. */
  savedSequence: number;
  tell<E extends keyof SnapshotEvents>(event: E, payload: SnapshotEvents[E]): void;
}

/**
 * Keeps the project file up with the journal: a while after a change it writes a snapshot, before that (now and
 * then) a backup of the last one, and after it moves to history what of the journal no backup needs.
 */
export class Snapshots {
  readonly #parts: Parts;
  readonly #low: Low<Snapshot>;
  readonly #backups: Backups;
  readonly #past: PastFile;
  #savedSequence: number;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #closed = false;
  #delay: number;
  /** Of the last backup of this session. */
  #backupAt = Number.NEGATIVE_INFINITY;
  #journalBytesAtBackup = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#low = new Low(new DurableAdapter(parts.file), parts.current());
    this.#backups = new Backups(parts.file);
    this.#past = new PastFile(pastFile(parts.file));
    this.#savedSequence = parts.savedSequence;
    this.#delay = parts.pace.snapshotDelay;
  }

  /** Something is to be saved. The delay counts from the first such change, so that steady work is saved too. */
  schedule(): void {
    if (this.#closed || this.#timer || this.#running || this.#isSaved()) return;
    // What is durable in the journal need not keep a program running.
    this.#timer = setTimeout(() => this.#saveQuietly(), this.#delay).unref();
  }

  /** Resolves once the file holds everything up to now. @throws UratoriError `disk-full`, `write-failed` */
  async flush(): Promise<void> {
    const { sequence } = this.#parts.current();
    this.#unschedule();
    await this.#running?.catch(() => undefined);
    if (this.#savedSequence < sequence) await this.#save();
  }

  /** Nothing is written after this. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unschedule();
    await this.#running?.catch(() => undefined);
  }

  #unschedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #saveQuietly(): void {
    this.#timer = null;
    // Whoever listens to `saveFailed` knows; the next try is scheduled.
    this.#save().catch(() => undefined);
  }

  #save(): Promise<void> {
    this.#running ??= this.#saveOnce().finally(() => {
      this.#running = null;
      this.schedule();
    });
    return this.#running;
  }

  async #saveOnce(): Promise<void> {
    const { pace, current, tell } = this.#parts;
    const began = performance.now();
    try {
      await this.#backUp(began);
      this.#low.data = current();
      const { sequence } = this.#low.data;
      await this.#low.write();
      this.#savedSequence = sequence;
      this.#delay = Math.min(
        LONGEST_DELAY,
        Math.max(pace.snapshotDelay, (performance.now() - began) / pace.snapshotShare),
      );
      tell('saved', { sequence, at: new Date().toISOString() });
    } catch (thrown) {
      const problem = writeProblem(thrown, this.#parts.file);
      this.#delay = Math.min(LONGEST_DELAY, Math.max(PACE.snapshotDelay, this.#delay * 2));
      tell('saveFailed', { problem: problem.toProblem() });
      throw problem;
    }
    await this.#compact();
  }

  async #backUp(now: number): Promise<void> {
    const { pace, journal } = this.#parts;
    const due =
      now - this.#backupAt >= pace.backupSpacing ||
      journal.size - this.#journalBytesAtBackup >= pace.backupJournalBytes;
    if (!due) return;
    await this.#backups.take();
    this.#backupAt = now;
    this.#journalBytesAtBackup = journal.size;
  }

  /** A journal that could not be shortened is as good as a short one; the next snapshot tries again. */
  async #compact(): Promise<void> {
    const { journal } = this.#parts;
    const oldest = await this.#backups.oldestSequence();
    if (oldest === null) return;
    const bytes = journal.size;
    const keep = (lines: AsyncIterable<Uint8Array>) => this.#past.append(lines);
    await journal.compact(Math.min(oldest, this.#savedSequence), keep).catch(() => undefined);
    this.#journalBytesAtBackup -= bytes - journal.size;
  }

  #isSaved(): boolean {
    return this.#savedSequence === this.#parts.current().sequence;
  }
}
