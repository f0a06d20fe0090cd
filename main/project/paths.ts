import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** How many rolling backups stand beside a project file. */
export const BACKUPS = 5;

export function journalFile(file: string): string {
  return `${file}.journal`;
}

/** The changes that the journal let go of, as history. */
export function pastFile(file: string): string {
  return `${file}.history`;
}

export function lockFile(file: string): string {
  return `${file}.lock`;
}

/** Where copies of the files that are evidence stand. */
export function attachmentsFolder(file: string): string {
  return `${file}.files`;
}

/** `number` counts from 1, the newest. */
export function backupFile(file: string, number: number): string {
  return `${file}.backup-${number}`;
}

/** Where something that cannot be used is put, so that it is not lost: a name that nothing has yet. */
export function asideFile(file: string, what: 'damaged' | 'torn' | 'replaced'): string {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/gu, '');
  return `${file}.${what}-${stamp}-${randomBytes(3).toString('hex')}`;
}

/**
 * The file itself, symbolic links followed: journal and lock belong to it and not to a link, or two links would
 * mean two writers. A file that does not exist yet is looked for in the real folder.
 */
export async function realPlace(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch {
    return join(await realpath(dirname(absolute)).catch(() => dirname(absolute)), basename(absolute));
  }
}
