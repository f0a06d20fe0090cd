import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Backups } from '../../../../main/project/backups.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import { PACE, type Pace, paceFrom } from '../../../../main/project/pace.ts';
import { snapshotSequence } from '../../../../main/project/snapshot-file.ts';
import { addTag, journalLines, namesIn, newProject, STILL, testFolder } from './helpers.ts';

async function sequences(file: string): Promise<(number | null)[]> {
  return Promise.all([file, ...new Backups(file).paths()].map(snapshotSequence));
}

async function session(file: string, pace: Pace, tags: number[]): Promise<void> {
  const store = await openProject(file, { pace });
  for (const n of tags) {
    await store.execute(addTag(n));
    await store.flush();
  }
  await store.close();
}

async function project(): Promise<string> {
  const file = join(await testFolder(), 'p.uratori');
  await (await createProject(file, newProject(), { pace: STILL })).close();
  return file;
}

describe('backups', () => {
  test('a new project has one from the start', async () => {
    expect(await sequences(await project())).toEqual([0, 0, null, null, null, null]);
  });

  test('are made at the first snapshot of a session, and then only as time goes by', async () => {
    const file = await project();
    await session(file, STILL, [1, 2, 3]);
    expect(await sequences(file)).toEqual([3, 0, null, null, null, null]);
    await session(file, STILL, [4, 5]);
    expect(await sequences(file)).toEqual([5, 3, 0, null, null, null]);
    await session(file, { ...STILL, backupSpacing: 0 }, [6, 7, 8, 9]);
    expect(await sequences(file)).toEqual([9, 8, 7, 6, 5, 3]);
  });

  test('come early when the journal grows long, so that it does not', async () => {
    const file = await project();
    await session(
      file,
      { ...STILL, backupJournalBytes: 1 },
      Array.from({ length: 20 }, (_, n) => n),
    );
    expect(await sequences(file)).toEqual([20, 19, 18, 17, 16, 15]);
    expect((await journalLines(file)).map(({ sequence }) => sequence)).toEqual([16, 17, 18, 19, 20]);
  });

  test('the journal reaches back to the oldest that can be read', async () => {
    const file = await project();
    await session(file, { ...STILL, backupSpacing: 0 }, [1, 2, 3]);
    expect((await journalLines(file)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    await rm(`${file}.backup-4`, { force: true });
    await rm(`${file}.backup-3`, { force: true });
    await session(file, STILL, [4]);
    const oldest = Math.min(...(await sequences(file)).filter((sequence) => sequence !== null));
    expect((await journalLines(file))[0]?.sequence).toBe(oldest + 1);
  });

  test('a missing number is filled before any backup is dropped', async () => {
    const file = await project();
    await session(file, { ...STILL, backupSpacing: 0 }, [1, 2, 3, 4, 5, 6]);
    expect(await sequences(file)).toEqual([6, 5, 4, 3, 2, 1]);
    await rm(`${file}.backup-2`);
    await session(file, STILL, [7]);
    expect(await sequences(file)).toEqual([7, 6, 5, 3, 2, 1]);
  });

  test('a file that is not ours pushes none of them out', async () => {
    const file = await project();
    await session(file, STILL, [1]);
    const before = await namesIn(join(file, '..'));
    const newest = await readFile(`${file}.backup-1`, 'utf8');
    await writeFile(file, 'something else');
    await new Backups(file).take();
    expect(await namesIn(join(file, '..'))).toEqual(before);
    expect(await readFile(`${file}.backup-1`, 'utf8')).toBe(newest);
  });
});

describe('the pace', () => {
  test('comes from the environment where it says so sensibly', () => {
    expect(paceFrom({})).toEqual(PACE);
    expect(paceFrom({ URATORI_SNAPSHOT_DELAY: '-1', URATORI_BACKUP_SPACING: 'often' })).toEqual(PACE);
    expect(paceFrom({ URATORI_SNAPSHOT_DELAY: '0', URATORI_BACKUP_SPACING: '5' })).toMatchObject({
      snapshotDelay: 0,
      backupSpacing: 5,
    });
  });
});
