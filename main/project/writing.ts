import { FileJournal } from './file-journal.ts';
import type { JournalLine } from './journal-scan.ts';
import type { Lock } from './lock.ts';
import type { Pace } from './pace.ts';
import { journalFile } from './paths.ts';
import type { Snapshot } from './snapshot-file.ts';
import { type SnapshotEvents, Snapshots } from './snapshots.ts';

/** What a writer of a project holds: the lock, the journal and what keeps the snapshot up with it. */
export interface Writing {
  /** The project file itself, symbolic links followed. */
  place: string;
  lock: Lock;
  journal: FileJournal;
  snapshots: Snapshots;
}

/** A project file that is ours to write, as it stands. */
export interface Held {
  place: string;
  lock: Lock;
  /** What the journal file holds, all of it good. */
  lines: readonly JournalLine[];
  /** The sequence of the snapshot that the project file holds. */
  savedSequence: number;
}

export interface Writer {
  pace: Pace;
  current(): Snapshot;
  tell<E extends keyof SnapshotEvents>(event: E, payload: SnapshotEvents[E]): void;
}

export function startWriting({ place, lock, lines, savedSequence }: Held, writer: Writer): Writing {
  const journal = new FileJournal(journalFile(place), writer.current().project.id, lines);
  const snapshots = new Snapshots({ ...writer, file: place, journal, savedSequence });
  return { place, lock, journal, snapshots };
}

/** Lets go of the files. The journal is durable as it stands, so nothing here can lose a command. */
export async function stopWriting({ snapshots, journal, lock }: Writing): Promise<void> {
  await snapshots.close();
  await journal.close();
  await lock.release();
}
