import { type Merge, type MergeOptions, mergeProjects } from '../../app/merge/merge.ts';
import { type Problem, UratoriError } from '../../app/problem.ts';
import { type Project, toData } from '../../app/project.ts';
import { openProject } from '../project/open-project.ts';
import { readPast } from '../project/past.ts';
import { realPlace } from '../project/paths.ts';
import { type Ancestor, type Copy, commonAncestor } from './ancestor.ts';

/** Where the two parted, for people: null where there is none. */
export type AncestorFound = { by: Ancestor['by'] | 'given'; sequence: number; at: string | null } | null;

export interface MergedFiles {
  merge: Merge;
  theirs: Copy;
  ancestor: AncestorFound;
  /** What was to say about their file, such as a torn journal. */
  notices: readonly Problem[];
}

/** An ancestor that was found, so that it need not be looked for again while nothing has changed. */
export interface Found {
  base: Project | null;
  ancestor: AncestorFound;
}

/**
 * Compares mine with another person's file, which is only read.
 * @param base a file that both were made from; null: it is looked for in their histories and backups
 * @throws UratoriError `merge-with-itself`, `merge-base-unrelated`, `merge-scales-differ`, or what `openProject` refuses
 */
export async function mergeWithFile(
  mine: Copy,
  path: string,
  base: string | null,
  options: MergeOptions,
): Promise<MergedFiles> {
  if ((await realPlace(path)) === (await realPlace(mine.file))) throw new UratoriError('merge-with-itself');
  const { copy: theirs, notices } = await readCopy(path);
  const { base: common, ancestor } = base === null ? await search(mine, theirs) : await given(base);
  const merge = mergeProjects(
    common && toData(common),
    toData(mine.project),
    toData(theirs.project),
    options,
  );
  return { merge, theirs, ancestor, notices };
}

async function given(path: string): Promise<Found> {
  const { copy } = await readCopy(path);
  return { base: copy.project, ancestor: { by: 'given', sequence: copy.sequence, at: null } };
}

async function search(mine: Copy, theirs: Copy): Promise<Found> {
  const found = await commonAncestor(mine, theirs);
  if (!found) return { base: null, ancestor: null };
  const { by, sequence } = found;
  const past = await readPast(await realPlace(mine.file), mine.project.id);
  return { base: found.project, ancestor: { by, sequence, at: past.entry(sequence)?.at ?? null } };
}

/** A project as it is at this moment, its journal included; nothing is locked or changed. */
async function readCopy(path: string): Promise<{ copy: Copy; notices: readonly Problem[] }> {
  const store = await openProject(path, { readOnly: true });
  try {
    const { file, project, sequence, notices } = store;
    return { copy: { file, project, sequence }, notices };
  } finally {
    await store.close();
  }
}
