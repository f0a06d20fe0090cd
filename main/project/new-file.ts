import { rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UratoriError } from '../../app/problem.ts';
import { syncFolder } from '../durable-file.ts';
import { Backups } from './backups.ts';
import { DurableAdapter } from './durable-adapter.ts';
import { type Lock, takeLock } from './lock.ts';
import { asideFile, journalFile, lockFile, pastFile, realPlace } from './paths.ts';
import type { Snapshot } from './snapshot-file.ts';
import { isReadOnlyPlace, writeProblem } from './write-problem.ts';

/**
 * Makes a project file where there is none, with its lock taken. `replace`: also where there is one, which is put
 * aside under another name. A journal or backups that stand there without a project are put aside too: they belong to
 * another one.
 * @throws UratoriError `project-exists`, `project-folder-missing`, `project-folder-read-only`, `project-locked`,
 * `disk-full`, `write-failed`: then no new file is there
 */
export async function makeProjectFile(
  path: string,
  snapshot: Snapshot,
  replace: boolean,
): Promise<{ place: string; lock: Lock }> {
  const place = await realPlace(path);
  if (!(await exists(dirname(place))))
    throw new UratoriError('project-folder-missing', { path: dirname(place) });
  const lock = await takeLock(lockFile(place), place).catch((thrown) => {
    if (!isReadOnlyPlace(thrown)) throw writeProblem(thrown, lockFile(place));
    throw new UratoriError('project-folder-read-only', { path: dirname(place) }, { cause: thrown });
  });
  try {
    if (!replace && (await exists(place))) throw new UratoriError('project-exists', { path: place });
    await write(place, snapshot);
    return { place, lock };
  } catch (thrown) {
    await lock.release();
    throw writeProblem(thrown, place);
  }
}

async function write(place: string, snapshot: Snapshot): Promise<void> {
  const backups = new Backups(place);
  for (const file of [place, journalFile(place), pastFile(place), ...backups.paths()]) {
    if (await exists(file)) await rename(file, asideFile(file, 'replaced'));
  }
  await syncFolder(dirname(place));
  await new DurableAdapter(place).write(snapshot);
  // From the first command on there is something to fall back to.
  await backups.take();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
