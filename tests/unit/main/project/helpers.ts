import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Command } from '../../../../app/commands.ts';
import type { Problem } from '../../../../app/problem.ts';
import { UratoriError } from '../../../../app/problem.ts';
import { emptyProject, type Project } from '../../../../app/project.ts';
import { PLAIN_TAG } from '../../../../app/tag.ts';
import { PACE, type Pace } from '../../../../main/project/pace.ts';

/** A folder that goes when the test is over. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'uratori-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Snapshots only when they are asked for. */
export const STILL: Pace = { ...PACE, snapshotDelay: 1_000_000 };
/** A snapshot and a backup after every change. */
export const RESTLESS: Pace = { ...PACE, snapshotDelay: 0, snapshotShare: 1, backupSpacing: 0 };

export function newProject(title = 'Project'): Project {
  return emptyProject(`id of ${title}`, title, '2025-02-08T10:30:00.000Z');
}

export const rename = (title: string): Command => ({ type: 'project.rename', title });

export const addTag = (n: number, description = ''): Command => ({
  type: 'tag.add',
  tag: { id: `tag-${n}`, name: `Tag ${n}`, colour: 'blue', parentId: null, ...PLAIN_TAG, description },
});

export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return (await problemOf(promise)).code;
}

/** What a promise is rejected with; fails where it is not. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const outcome = await promise.then(
    () => 'resolved',
    (thrown) => thrown,
  );
  if (outcome instanceof UratoriError) return outcome.toProblem();
  throw outcome instanceof Error ? outcome : new Error(`not refused: ${outcome}`);
}

/** Names in a folder, sorted. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

export async function journalLines(
  file: string,
): Promise<{ sequence: number; command: Command; cause: string }[]> {
  const text = await readFile(`${file}.journal`, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
