import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimTemporaryName, removeStaleTemporaries } from './temporary-files.ts';

/** A folder of the system's temporary ones, until `remove`. */
export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

/** A program may run for days with what it unpacked; its number is another program's only after that. */
const LONGEST_RUN_MS = 30 * 24 * 60 * 60 * 1000;

let sweeping: Promise<void> | null = null;

/** Makes a folder that only this user may see. It tells by its name whose it is: if we die here, the next run removes it. */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  await sweepTemporaryFolders();
  const temporary = claimTemporaryName();
  const path = join(tmpdir(), temporary.name);
  await mkdir(path, { mode: 0o700 });
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      temporary.release();
    },
  };
}

/** Removes what killed runs left, once a run. Never fails. */
export function sweepTemporaryFolders(): Promise<void> {
  sweeping ??= removeStaleTemporaries(tmpdir(), LONGEST_RUN_MS);
  return sweeping;
}
