import { UratoriError } from '../../app/problem.ts';
import type { JournalEntry } from './journal.ts';
import { decodeLine } from './journal-line.ts';
import { scanJournal } from './journal-scan.ts';
import { PastFile } from './past-file.ts';
import { journalFile, pastFile } from './paths.ts';

/** What was done to a project, as far back as its files tell: lines in order of sequence, each once. */
export interface Past {
  /** The oldest first. */
  sequences: readonly number[];
  /** null where this program does not know such a command, or there is no such line. */
  entry(sequence: number): JournalEntry | null;
  /** The same without checking the command: for looking through many. */
  raw(sequence: number): unknown;
}

/** Reads the journal of a project file and what went before it. Damaged lines are left out. */
export async function readPast(place: string, projectId: string): Promise<Past> {
  try {
    // The journal first: what a compaction moves over meanwhile is then found twice and not missed.
    const newer = await scanJournal(journalFile(place), projectId);
    const older = await scanJournal(pastFile(place), projectId);
    const lines = new Map<number, Buffer>();
    for (const { sequence, bytes } of [...older, ...newer]) if (sequence !== null) lines.set(sequence, bytes);
    return {
      sequences: [...lines.keys()].sort((a, b) => a - b),
      entry(sequence) {
        const bytes = lines.get(sequence);
        return bytes ? decodeLine(bytes) : null;
      },
      raw(sequence) {
        const bytes = lines.get(sequence);
        return bytes ? JSON.parse(bytes.toString('utf8')) : null;
      },
    };
  } catch (thrown) {
    const params = { path: place, detail: (thrown as Error).message };
    throw new UratoriError('project-not-readable', params, { cause: thrown });
  }
}

/**
 * Gives a copy of a project its history. One that cannot be had or written leaves the copy without: everything else is
 * in it, and the old file keeps its own.
 */
export async function carryPast(from: string, to: string, projectId: string): Promise<void> {
  if (from === to) return;
  const carry = async () => {
    const files = [pastFile(from), journalFile(from)];
    const lines = (await Promise.all(files.map((file) => scanJournal(file, projectId)))).flat();
    const good = lines.filter(({ sequence }) => sequence !== null);
    const written = good.map(({ bytes }) => Buffer.concat([bytes, Buffer.from('\n')]));
    if (written.length > 0) await new PastFile(pastFile(to)).append(written);
  };
  await carry().catch(() => undefined);
}

/** The first sequence from which on none is missing up to the newest; null without any. */
export function unbrokenFrom({ sequences }: Pick<Past, 'sequences'>): number | null {
  let first: number | null = null;
  for (let at = sequences.length - 1; at >= 0; at -= 1) {
    const sequence = sequences[at] as number;
    if (first !== null && sequence !== first - 1) break;
    first = sequence;
  }
  return first;
}
