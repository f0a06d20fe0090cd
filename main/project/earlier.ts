import { setImmediate } from 'node:timers/promises';
import type { Command } from '../../app/commands.ts';
import { UratoriError } from '../../app/problem.ts';
import { emptyProject, type Project, toData } from '../../app/project.ts';
import { Backups } from './backups.ts';
import { advance, begin, type State } from './history.ts';
import type { JournalEntry } from './journal.ts';
import type { Past } from './past.ts';
import { unbrokenFrom } from './past.ts';
import { readSnapshot, snapshotSequence } from './snapshot-file.ts';

/** Commands carried out again before others have their turn. */
const AT_A_TIME = 200;

/** A project as it was, and what leads back to it. */
export interface Earlier {
  project: Project;
  /** What undoes, on the project as it is now, everything that people did since; the newest first. */
  back: Command[];
}

/**
 * The oldest state that can be had again: a backup's, or the very beginning where every change since is known. null
 * where nothing can.
 */
export async function earliest(place: string, past: Past): Promise<number | null> {
  const first = unbrokenFrom(past);
  if (first === null) return null;
  if (first === 1) return 0;
  const sequences = await Promise.all(new Backups(place).paths().map(snapshotSequence));
  const usable = sequences.filter((sequence) => sequence !== null && sequence >= first - 1);
  return usable.length === 0 ? null : Math.min(...(usable as number[]));
}

/**
 * The project as it was after a command: from the last snapshot before that, every command carried out again, up to
 * the project as it is now.
 * @param now the state that the commands lead to
 * @throws UratoriError `history-out-of-reach`
 */
export async function stateAt(
  place: string,
  past: Past,
  sequence: number,
  now: { project: Project; sequence: number },
): Promise<Earlier> {
  if (sequence === now.sequence) return { project: now.project, back: [] };
  const base = await baseFor(place, past, sequence, now.project);
  let { state } = base;
  let project: Project | null = state.sequence === sequence ? state.project : null;
  const back: Command[] = [];
  while (state.sequence < now.sequence) {
    if (state.sequence % AT_A_TIME === 0) await setImmediate();
    const entry = past.entry(state.sequence + 1);
    if (!entry) throw outOfReach(sequence);
    const before = state;
    state = carriedOut(before, entry, sequence);
    if (state.sequence === sequence) project = state.project;
    // What the program did by itself, such as noting where a dump is now, holds today as well.
    if (state.sequence > sequence && entry.cause !== 'upkeep') back.unshift(inverseOf(before, entry));
  }
  if (project === null || (base.assumed && !isSame(state.project, now.project))) throw outOfReach(sequence);
  return { project, back };
}

/** `assumed`: nobody wrote down that it was so; what comes of it has to be looked at. */
async function baseFor(
  place: string,
  past: Past,
  sequence: number,
  now: Project,
): Promise<{ state: State; assumed: boolean }> {
  const first = unbrokenFrom(past);
  if (first === null) throw outOfReach(sequence);
  const backups = await Promise.all(
    new Backups(place).paths().map(async (path) => ({ path, at: await snapshotSequence(path) })),
  );
  const usable = backups.filter(({ at }) => at !== null && at <= sequence && at >= first - 1);
  usable.sort((a, b) => (b.at as number) - (a.at as number));
  for (const { path } of usable) {
    const snapshot = await readSnapshot(path).catch(() => null);
    if (snapshot?.project.id === now.id)
      return { state: begin(snapshot.project, snapshot.sequence), assumed: false };
  }
  // A project begins empty, as a rule. Its first title is not written down anywhere; today's stands for it.
  if (first === 1) return { state: begin(emptyProject(now.id, now.title, now.createdAt), 0), assumed: true };
  throw outOfReach(sequence);
}

function isSame(a: Project, b: Project): boolean {
  return JSON.stringify(toData(a)) === JSON.stringify(toData({ ...b, title: a.title }));
}

function carriedOut(state: State, { command, cause }: JournalEntry, wanted: number): State {
  try {
    return advance(state, command, cause);
  } catch (thrown) {
    throw thrown instanceof UratoriError ? outOfReach(wanted, thrown) : thrown;
  }
}

function inverseOf(before: State, entry: JournalEntry): Command {
  // As something new that is done, whatever it was: what undoes it is then on top.
  const undo = advance({ ...before, undo: null }, entry.command, 'do').undo;
  return (undo as { top: Command }).top;
}

function outOfReach(sequence: number, cause?: unknown): UratoriError {
  return new UratoriError('history-out-of-reach', { sequence }, { cause });
}
