import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../durable-file.ts';
import { removeAttachments } from './attachments.ts';
import { Backups } from './backups.ts';
import { takeLock } from './lock.ts';
import { journalFile, lockFile, pastFile, realPlace } from './paths.ts';

/**
 * Deletes a project file with its journal, backups and attachments, such as the unnamed one after Save As. What was put aside as
 * damaged or replaced stays.
 * @throws UratoriError `project-locked`
 */
export async function removeProject(path: string): Promise<void> {
  const place = await realPlace(path);
  const lock = await takeLock(lockFile(place), place);
  try {
    // The file first: what is left of a removal cut short is a journal without a project, which nobody takes for one.
    for (const file of [place, journalFile(place), pastFile(place), ...new Backups(place).paths()]) {
      await rm(file, { force: true });
      await syncFolder(dirname(place));
    }
    await removeAttachments(place);
  } finally {
    await lock.release();
  }
}
