import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, toData } from '../../../../app/project.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import type { ProjectStore } from '../../../../main/project/project-store.ts';
import { canMount, setReadOnly, smallDisk } from './disks.ts';
import {
  addTag,
  codeOf,
  journalLines,
  namesIn,
  newProject,
  problemOf,
  rename,
  STILL,
  testFolder,
} from './helpers.ts';

const LONG = '長い説明'.repeat(300);

/** Adds tags until the disk is full; how many there are then. */
async function fill(store: ProjectStore): Promise<number> {
  for (let n = store.project.tags.size; n < 10_000; n += 1) {
    try {
      await store.execute(addTag(n, LONG));
    } catch {
      return n;
    }
  }
  throw new Error('the disk does not fill up');
}

async function takeAllSpace(folder: string): Promise<string> {
  const ballast = join(folder, 'ballast');
  for (let size = 1 << 20; size >= 1; size >>= 1)
    await writeFile(ballast, Buffer.alloc(size), { flag: 'a' }).catch(() => undefined);
  return ballast;
}

describe.skipIf(!canMount)('a full disk (needs to mount a small one)', () => {
  test('refuses the command, changes nothing, and takes commands again once there is space', async () => {
    const folder = smallDisk(256);
    const file = join(folder, 'p.uratori');
    const ballast = join(folder, 'ballast');
    await writeFile(ballast, Buffer.alloc(100 * 1024));
    const store = await createProject(file, newProject(), { pace: STILL });
    const told: number[] = [];
    store.on('changed', ({ sequence }) => told.push(sequence));
    const count = await fill(store);
    const before = toData(store.project);

    expect(await problemOf(store.execute(addTag(count, LONG)))).toEqual({
      code: 'disk-full',
      params: { path: `${file}.journal` },
    });
    expect(await codeOf(store.execute(addTag(count, LONG)))).toBe('disk-full');
    expect(toData(store.project)).toEqual(before);
    expect([store.sequence, told.length]).toEqual([count, count]);
    // Not even half a line is left behind for whoever opens it now.
    expect((await journalLines(file)).length).toBe(count);
    const other = await openProject(file, { readOnly: true });
    expect([toData(other.project), other.notices]).toEqual([before, []]);
    await other.close();

    await rm(ballast);
    await store.execute(addTag(count, LONG));
    expect(await store.undo()).toEqual({ sequence: count + 2 });
    await store.close();
    const again = await openProject(file);
    expect([toData(again.project), again.notices]).toEqual([before, []]);
    await again.close();
  });

  test('refuses all that share a write, and none of them is half there', async () => {
    const folder = smallDisk(128);
    const file = join(folder, 'p.uratori');
    const store = await createProject(file, newProject(), { pace: STILL });
    await store.execute(rename('A'));
    const asked = await Promise.allSettled(
      Array.from({ length: 200 }, (_, n) => store.execute(addTag(n, LONG))),
    );
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect([store.sequence, store.project.tags.size]).toEqual([1, 0]);
    await store.execute(rename('B'));
    await store.close();
    const again = await openProject(file);
    expect([again.project.title, again.project.tags.size, again.notices]).toEqual(['B', 0, []]);
    await again.close();
  });

  test('keeps the old snapshot, says so, leaves no rest, and saves once there is space', async () => {
    const folder = smallDisk(256);
    const file = join(folder, 'p.uratori');
    const store = await createProject(file, newProject(), { pace: STILL });
    for (let n = 0; n < 10; n += 1) await store.execute(addTag(n, LONG));
    const ballast = await takeAllSpace(folder);
    const failed: string[] = [];
    const saved: number[] = [];
    store.on('saveFailed', ({ problem }) => failed.push(problem.code));
    store.on('saved', ({ sequence }) => saved.push(sequence));
    expect(await codeOf(store.flush())).toBe('disk-full');
    expect([failed, saved]).toEqual([['disk-full'], []]);
    expect(parse(JSON.parse(await readFile(file, 'utf8'))).sequence).toBe(0);
    expect((await namesIn(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await rm(ballast);
    await store.flush();
    expect(saved).toEqual([10]);
    expect(parse(JSON.parse(await readFile(file, 'utf8'))).sequence).toBe(10);
    await store.close();
  });

  test('closing on it loses nothing', async () => {
    const folder = smallDisk(256);
    const file = join(folder, 'p.uratori');
    const store = await createProject(file, newProject(), { pace: STILL });
    const count = await fill(store);
    const ballast = await takeAllSpace(folder);
    await store.close();
    await rm(ballast);
    const again = await openProject(file);
    expect([again.project.tags.size, again.sequence, again.notices]).toEqual([count, count, []]);
    await again.close();
  });

  test('opens a project read-only and says why, and Save As to another disk goes on', async () => {
    const folder = smallDisk(256);
    const file = join(folder, 'p.uratori');
    await (await createProject(file, newProject())).close();
    await takeAllSpace(folder);
    const store = await openProject(file);
    expect([store.readOnly, store.notices.map(({ code }) => code)]).toEqual([true, ['disk-full']]);
    expect(await codeOf(store.execute(rename('A')))).toBe('disk-full');
    await store.saveAs(join(await testFolder(), 'copy.uratori'));
    await store.execute(rename('A'));
    expect(store.project.title).toBe('A');
    await store.close();
  });
});

describe.skipIf(!canMount)('a read-only folder (needs to mount one)', () => {
  test('opens the project read-only, says so, and replays its journal', async () => {
    const folder = smallDisk(256);
    const file = join(folder, 'p.uratori');
    const first = await createProject(file, newProject(), { pace: STILL });
    await first.execute(rename('A'));
    const snapshot = await readFile(file);
    await first.close();
    await writeFile(file, snapshot);
    setReadOnly(folder, true);
    const store = await openProject(file);
    expect([store.readOnly, store.project.title]).toEqual([true, 'A']);
    expect(store.notices).toEqual([{ code: 'project-folder-read-only', params: { path: folder } }]);
    expect(await codeOf(store.execute(rename('B')))).toBe('project-folder-read-only');
    await store.close();
    expect(await codeOf(createProject(join(folder, 'new.uratori'), newProject()))).toBe(
      'project-folder-read-only',
    );
    setReadOnly(folder, false);
    const again = await openProject(file);
    expect([again.readOnly, again.project.title]).toEqual([false, 'A']);
    await again.close();
  });

  test('that becomes so under an open project refuses commands and takes them again afterwards', async () => {
    const folder = smallDisk(256);
    const file = join(folder, 'p.uratori');
    const { journal } = { journal: `${file}.journal` };
    const store = await createProject(file, newProject(), { pace: STILL });
    setReadOnly(folder, true);
    expect(await codeOf(store.execute(rename('A')))).toBe('write-failed');
    expect(store.project.title).toBe('Project');
    setReadOnly(folder, false);
    await store.execute(rename('B'));
    expect((await stat(journal)).size).toBeGreaterThan(0);
    await store.close();
    const again = await openProject(file);
    expect(again.project.title).toBe('B');
    await again.close();
  });
});

describe.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'permissions (root has all of them)',
  () => {
    test('a project file that may not be written opens read-only', async () => {
      const file = join(await testFolder(), 'p.uratori');
      await (await createProject(file, newProject())).close();
      await chmod(file, 0o444);
      const store = await openProject(file);
      expect([store.readOnly, store.notices.map(({ code }) => code)]).toEqual([true, ['project-read-only']]);
      await store.close();
    });
  },
);
