import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { removeStaleTemporaries } from '../temporary-files.ts';
import { DurableAdapter } from './durable-adapter.ts';
import { type JournalLine, scanJournal } from './journal-scan.ts';
import type { Kept } from './notices.ts';
import { asideFile, journalFile } from './paths.ts';
import type { Recovered } from './recover.ts';
import { writeProblem } from './write-problem.ts';

export interface Healed {
  kept: Kept;
  /** What the journal file holds now, all of it good. */
  lines: JournalLine[];
  /** The sequence of the snapshot that the project file holds now. */
  savedSequence: number;
}

/**
 * Makes the files of a project say what was recovered from them. Each step first puts aside what it replaces; if we
 * die between two, the next opening recovers the same once more.
 * @throws UratoriError `disk-full`, `write-failed`
 */
export async function heal(file: string, found: Recovered): Promise<Healed> {
  await removeStaleTemporaries(dirname(file));
  try {
    const keptLines = await putLinesAside(file, found.rejected);
    const lines = await cleanJournal(file, found);
    const damaged = await replaceDamaged(file, found);
    const savedSequence = found.fallback ? found.state.sequence : found.snapshotSequence;
    return { kept: { damaged, lines: keptLines }, lines, savedSequence };
  } catch (thrown) {
    throw writeProblem(thrown, file);
  }
}

async function putLinesAside(file: string, rejected: readonly JournalLine[]): Promise<string | null> {
  if (rejected.length === 0) return null;
  const path = asideFile(journalFile(file), 'torn');
  await writeDurably(path, rejected.flatMap(asWritten));
  return path;
}

async function cleanJournal(file: string, { state, good, rejected }: Recovered): Promise<JournalLine[]> {
  if (rejected.length === 0 && good.at(-1)?.whole !== false) return good;
  const path = journalFile(file);
  // A line whose line feed alone is missing is good; it gets one.
  await writeDurably(
    path,
    good.flatMap((line) => asWritten({ ...line, whole: true })),
  );
  return scanJournal(path, state.project.id);
}

async function replaceDamaged(file: string, { state, fallback }: Recovered): Promise<string | null> {
  if (!fallback) return null;
  const path = asideFile(file, 'damaged');
  await writeDurably(path, createReadStream(file));
  await new DurableAdapter(file).write(state);
  return path;
}

function asWritten({ bytes, whole }: JournalLine): Buffer[] {
  return whole ? [bytes, Buffer.from('\n')] : [bytes];
}
