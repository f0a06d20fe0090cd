import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Problem, UratoriError } from '../../app/problem.ts';
import { heal } from './heal.ts';
import { isLocked, type Lock, takeLock } from './lock.ts';
import { isTorn, noticesOf } from './notices.ts';
import { PACE, type Pace } from './pace.ts';
import { lockFile, realPlace } from './paths.ts';
import { ProjectStore } from './project-store.ts';
import { recover } from './recover.ts';
import { isReadOnlyPlace, writeProblem } from './write-problem.ts';

export interface OpenOptions {
  /** Takes no lock and changes nothing; sees what is durable at this moment. */
  readOnly?: boolean;
  pace?: Pace;
}

/**
 * Opens a project: for writing where that can be, else read-only with a notice that says why (another writer, a
 * read-only folder or file, a full disk). What a crash left is put right and told in `notices`.
 * @throws UratoriError `project-not-found`, `project-not-readable`, `project-not-a-project`, `project-too-new`,
 * `project-damaged`: then nothing was changed
 */
export async function openProject(path: string, options: OpenOptions = {}): Promise<ProjectStore> {
  const file = resolve(path);
  const place = await realPlace(file);
  await mustBeThere(place);
  const pace = options.pace ?? PACE;
  if (options.readOnly) return openForReading(file, place, null, pace);
  let lock: Lock | null = null;
  try {
    lock = await lockForWriting(place);
    return await openForWriting(file, place, lock, pace);
  } catch (thrown) {
    await lock?.release().catch(() => undefined);
    if (!(thrown instanceof UratoriError) || !FORBID_WRITING.has(thrown.code)) throw thrown;
    return openForReading(file, place, thrown.toProblem(), pace);
  }
}

const FORBID_WRITING = new Set([
  'project-locked',
  'project-read-only',
  'project-folder-read-only',
  'disk-full',
  'write-failed',
]);

async function openForReading(
  file: string,
  place: string,
  why: Problem | null,
  pace: Pace,
): Promise<ProjectStore> {
  const found = await recover(place);
  // A writer at work is in the middle of a line now and then.
  const beingWritten = isTorn(found.rejected) && (await isLocked(lockFile(place)));
  const rejected = beingWritten ? [] : found.rejected;
  const notices = noticesOf(place, { ...found, rejected }, { damaged: null, lines: null });
  const store = new ProjectStore(file, found.state, why ? [why, ...notices] : notices, pace);
  store.read(why ?? { code: 'project-read-only', params: { path: file } });
  return store;
}

async function openForWriting(file: string, place: string, lock: Lock, pace: Pace): Promise<ProjectStore> {
  const found = await recover(place);
  const { lines, savedSequence, kept } = await heal(place, found);
  const store = new ProjectStore(file, found.state, noticesOf(place, found, kept), pace);
  store.write({ place, lock, lines, savedSequence });
  return store;
}

/** @throws UratoriError one of `FORBID_WRITING` */
async function lockForWriting(place: string): Promise<Lock> {
  const lock = await takeLock(lockFile(place), place).catch((thrown) => {
    if (isReadOnlyPlace(thrown))
      throw new UratoriError('project-folder-read-only', { path: dirname(place) }, { cause: thrown });
    throw writeProblem(thrown, lockFile(place));
  });
  try {
    await access(place, constants.W_OK);
    return lock;
  } catch (cause) {
    await lock.release();
    throw new UratoriError('project-read-only', { path: place }, { cause });
  }
}

async function mustBeThere(place: string): Promise<void> {
  await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw new UratoriError('project-not-found', { path: place });
    throw new UratoriError('project-not-readable', { path: place, detail: error.message }, { cause: error });
  });
}
