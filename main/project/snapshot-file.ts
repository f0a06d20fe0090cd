import { open, readFile } from 'node:fs/promises';
import { UratoriError } from '../../app/problem.ts';
import { type Project, parse } from '../../app/project.ts';
import { HEAD_BYTES, sequenceAtHead } from './snapshot-text.ts';

/** A project as it was after a command. */
export interface Snapshot {
  project: Project;
  sequence: number;
}

/**
 * Reads a project file or a backup of one.
 * @throws UratoriError `project-not-found`, `project-not-readable`, `project-not-a-project`, `project-too-new`,
 * `project-damaged`, each with `path`
 */
export async function readSnapshot(path: string): Promise<Snapshot> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UratoriError('project-not-found', { path });
    throw new UratoriError('project-not-readable', { path, detail: error.message }, { cause: error });
  });
  try {
    return parse(json(bytes));
  } catch (thrown) {
    if (thrown instanceof UratoriError)
      throw new UratoriError(thrown.code, { ...thrown.params, path }, { cause: thrown });
    throw new UratoriError('project-damaged', { path, detail: (thrown as Error).message }, { cause: thrown });
  }
}

/** The sequence of a snapshot without reading it whole; null where there is none to be had. */
export async function snapshotSequence(path: string): Promise<number | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return sequenceAtHead(head.subarray(0, bytesRead).toString('latin1'));
  } finally {
    await file.close();
  }
}

/** Fatal: a decoder that puts U+FFFD in place of bad bytes would take a damaged file for a good one. */
function json(bytes: Buffer): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}
