import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProject } from '../../../../main/project/create-project.ts';
import { takeLock } from '../../../../main/project/lock.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import { codeOf, namesIn, newProject, problemOf, rename, testFolder } from './helpers.ts';

const place = async () => join(await testFolder(), 'p.uratori');
const take = (file: string) => takeLock(`${file}.lock`, file);

async function owner(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(`${file}.lock`, 'utf8'));
}

/** A process that is over. */
async function deadPid(): Promise<number> {
  const child = fork('-e', [], { execArgv: ['-e', ''], stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid as number;
}

describe('a lock', () => {
  test('is one process’s at a time, says whose, and goes with it', async () => {
    const file = await place();
    const lock = await take(file);
    const problem = await problemOf(take(file));
    expect(problem).toMatchObject({
      code: 'project-locked',
      params: { path: file, lock: `${file}.lock`, pid: process.pid, host: hostname() },
    });
    expect(Date.now() - (problem.params.since as number)).toBeLessThan(60_000);
    await lock.release();
    await (await take(file)).release();
    expect(await namesIn(join(file, '..'))).toEqual([]);
  });

  test('of a process that is over is taken over', async () => {
    const file = await place();
    await take(file);
    await writeFile(`${file}.lock`, JSON.stringify({ ...(await owner(file)), pid: await deadPid() }));
    const lock = await take(file);
    expect(await owner(file)).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  test('of an earlier process of the same number is taken over', async () => {
    const file = await place();
    await take(file);
    const mine = await owner(file);
    const earlier =
      mine.started === null
        ? { ...mine, bootedAt: '2001-01-01T00:00:00.000Z' }
        : { ...mine, started: `${mine.started}0` };
    await writeFile(`${file}.lock`, JSON.stringify(earlier));
    await (await take(file)).release();
  });

  test('from before this computer started is taken over, where the system tells no more than that', async () => {
    const file = await place();
    await take(file);
    const mine = { ...(await owner(file)), started: null };
    await writeFile(`${file}.lock`, JSON.stringify(mine));
    expect(await codeOf(take(file))).toBe('project-locked');
    await writeFile(`${file}.lock`, JSON.stringify({ ...mine, bootedAt: '2001-01-01T00:00:00.000Z' }));
    await (await take(file)).release();
  });

  test('of another computer is respected, since nobody here can ask it', async () => {
    const file = await place();
    await take(file);
    const elsewhere = {
      ...(await owner(file)),
      host: 'another-computer.example',
      pid: await deadPid(),
      user: 'tanaka',
    };
    await writeFile(`${file}.lock`, JSON.stringify(elsewhere));
    expect(await problemOf(take(file))).toMatchObject({
      params: { host: 'another-computer.example', user: 'tanaka' },
    });
  });

  test('without sense is a dead one once it is older than any write', async () => {
    for (const content of ['', '{"pid":', 'null', '{"pid":0}']) {
      const file = await place();
      await writeFile(`${file}.lock`, content);
      await utimes(`${file}.lock`, 1, 1);
      await (await take(file)).release();
      await writeFile(`${file}.lock`, content);
      await (await take(file)).release();
    }
  });

  test('that has become another’s is not removed on release', async () => {
    const file = await place();
    const lock = await take(file);
    await writeFile(`${file}.lock`, JSON.stringify({ ...(await owner(file)), token: 'another' }));
    await lock.release();
    expect(await owner(file)).toMatchObject({ token: 'another' });
  });

  test('left behind is taken over by exactly one of many who want it at once', async () => {
    const file = await place();
    await take(file);
    const stale = JSON.stringify({ ...(await owner(file)), pid: await deadPid() });
    for (let round = 0; round < 20; round += 1) {
      await writeFile(`${file}.lock`, stale);
      const all = await Promise.allSettled(Array.from({ length: 8 }, () => take(file)));
      const won = all.filter((outcome) => outcome.status === 'fulfilled');
      expect(won.length).toBe(1);
      for (const outcome of all)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'project-locked' });
      await won[0]?.value.release();
    }
    expect(await namesIn(join(file, '..'))).toEqual([]);
  });
});

describe('a second writer', () => {
  test('sees the project, is told by whom it is held, and changes nothing', async () => {
    const file = await place();
    const first = await createProject(file, newProject());
    await first.execute(rename('A'));
    const second = await openProject(file);
    expect([second.readOnly, second.project.title, second.canUndo]).toEqual([true, 'A', false]);
    expect(second.notices).toMatchObject([{ code: 'project-locked', params: { pid: process.pid } }]);
    expect(await codeOf(second.execute(rename('B')))).toBe('project-locked');
    expect(await codeOf(second.undo())).toBe('project-locked');
    await first.execute(rename('C'));
    await second.close();
    await first.close();
    const third = await openProject(file);
    expect([third.readOnly, third.project.title]).toEqual([false, 'C']);
    await third.close();
  });

  test('is not let in by a link to the same file', async () => {
    const folder = await testFolder();
    const { symlink, mkdir } = await import('node:fs/promises');
    const file = join(folder, 'p.uratori');
    const first = await createProject(file, newProject());
    await mkdir(join(folder, 'elsewhere'));
    const link = join(folder, 'elsewhere', 'link.uratori');
    await symlink(file, link);
    const second = await openProject(link);
    expect([second.readOnly, second.file]).toEqual([true, link]);
    await first.close();
    await second.close();
    const third = await openProject(link);
    await third.execute(rename('through the link'));
    await third.close();
    expect(await namesIn(join(folder, 'elsewhere'))).toEqual(['link.uratori']);
    const fourth = await openProject(file);
    expect(fourth.project.title).toBe('through the link');
    await fourth.close();
  });
});
