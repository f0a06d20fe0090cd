import { UratoriError } from '../../app/problem.ts';
import { Backups } from './backups.ts';
import { advance, begin, type State } from './history.ts';
import { decodeLine } from './journal-line.ts';
import { type JournalLine, scanJournal } from './journal-scan.ts';
import { journalFile } from './paths.ts';
import { readSnapshot, type Snapshot } from './snapshot-file.ts';

/** What the files of a project come to, without changing any of them. */
export interface Recovered {
  state: State;
  /** Of the snapshot that the rest was built on. */
  snapshotSequence: number;
  /** Set where the project file cannot be used: the backup that stood in, and why. */
  fallback: { backup: string; reason: UratoriError } | null;
  /** Lines of the journal to keep, and those that say nothing or that nothing leads up to. */
  good: JournalLine[];
  rejected: JournalLine[];
}

/**
 * The project as it was when the last command was acknowledged: the snapshot (or else the newest backup that can be
 * read; the journal reaches back to the oldest) and every command after it.
 * @throws UratoriError as `readSnapshot` does, where there is no backup either
 */
export async function recover(file: string): Promise<Recovered> {
  const { snapshot, fallback } = await base(file);
  const lines = await scanJournal(journalFile(file), snapshot.project.id).catch((error: Error) => {
    const params = { path: journalFile(file), detail: error.message };
    throw new UratoriError('project-not-readable', params, { cause: error });
  });
  return { snapshotSequence: snapshot.sequence, fallback, ...replay(snapshot, lines) };
}

async function base(file: string): Promise<{ snapshot: Snapshot; fallback: Recovered['fallback'] }> {
  try {
    return { snapshot: await readSnapshot(file), fallback: null };
  } catch (thrown) {
    const reason = thrown as UratoriError;
    // A newer program's file is not damaged, and one that is not there or not ours to read says nothing either.
    if (reason.code !== 'project-damaged' && reason.code !== 'project-not-a-project') throw reason;
    for (const backup of new Backups(file).paths()) {
      const snapshot = await readSnapshot(backup).catch(() => null);
      if (snapshot) return { snapshot, fallback: { backup, reason } };
    }
    throw reason;
  }
}

/** Commands are only what was meant if all before them were carried out, so the first gap ends the replay. */
function replay(snapshot: Snapshot, lines: JournalLine[]): Pick<Recovered, 'state' | 'good' | 'rejected'> {
  let state = begin(snapshot.project, snapshot.sequence);
  const good: JournalLine[] = [];
  const rejected: JournalLine[] = [];
  for (const line of lines) {
    if (line.sequence !== null && line.sequence <= snapshot.sequence) {
      good.push(line);
      continue;
    }
    const next = line.sequence === state.sequence + 1 ? replayed(state, line) : null;
    if (next) {
      state = next;
      good.push(line);
    } else {
      rejected.push(line);
    }
  }
  return { state, good, rejected };
}

function replayed(state: State, line: JournalLine): State | null {
  const entry = decodeLine(line.bytes);
  if (!entry) return null;
  try {
    return advance(state, entry.command, entry.cause);
  } catch (thrown) {
    if (thrown instanceof UratoriError) return null;
    throw thrown;
  }
}
