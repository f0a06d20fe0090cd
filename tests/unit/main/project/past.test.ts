import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import { toData } from '../../../../app/project.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import { readPast, unbrokenFrom } from '../../../../main/project/past.ts';
import { PastFile } from '../../../../main/project/past-file.ts';
import { removeProject } from '../../../../main/project/remove-project.ts';
import { commandFor, intents, startProject } from '../../app/random-commands.ts';
import { addTag, codeOf, namesIn, newProject, RESTLESS, rename, STILL, testFolder } from './helpers.ts';

async function worked(changes: number, pace = RESTLESS) {
  const file = join(await testFolder(), 'p.uratori');
  const store = await createProject(file, newProject(), { pace });
  for (let n = 1; n <= changes; n += 1) {
    await store.execute(addTag(n), { by: n % 2 ? 'Ito' : 'Sakuma' });
    if (pace === RESTLESS) await store.flush();
  }
  return { file, store };
}

describe('history', () => {
  test('has every change from the first on, however often the journal was compacted, and who made it', async () => {
    const { file, store } = await worked(20);
    const past = await store.past();
    expect(past.sequences).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(past.entry(3)).toMatchObject({ by: 'Ito', command: addTag(3) });
    // The journal itself is short: it reaches back to the oldest backup.
    const journal = (await readFile(`${file}.journal`, 'utf8')).split('\n').filter(Boolean);
    expect(journal.length).toBeLessThan(10);
    expect(await store.earliest(past)).toBe(0);
    await store.close();
  });

  test('goes with a project that is saved elsewhere, and away with one that is removed', async () => {
    const { file, store } = await worked(12);
    const elsewhere = join(await testFolder(), 'copy.uratori');
    await store.saveAs(elsewhere);
    await store.execute(rename('Copy'));
    expect((await store.past()).sequences).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    const { project } = await store.stateAt(await store.past(), 4);
    expect([...project.tags.keys()].sort()).toEqual(['tag-1', 'tag-2', 'tag-3', 'tag-4']);
    await store.close();
    await removeProject(file);
    expect(await namesIn(join(file, '..'))).toEqual([]);
  });

  test('leaves out what is torn or damaged, and takes what stands there twice once', async () => {
    const { file, store } = await worked(12);
    await store.close();
    const lines = await readFile(`${file}.history`, 'utf8');
    await writeFile(`${file}.history`, `${lines.slice(0, 40)}\n${lines}${lines}{"sequence":99,"torn`);
    await new PastFile(`${file}.history`).append([Buffer.from('')]);
    const again = await openProject(file, { pace: RESTLESS });
    expect(again.notices).toEqual([]);
    await again.execute(rename('more'));
    await again.flush();
    expect((await again.past()).sequences).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    await again.close();
  });

  test('is never needed: a project whose history is gone or garbage opens as it was', async () => {
    const { file, store } = await worked(12);
    const before = toData(store.project);
    await store.close();
    await writeFile(`${file}.history`, Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x7b]));
    const again = await openProject(file, { pace: STILL });
    expect(again.notices).toEqual([]);
    expect(toData(again.project)).toEqual(before);
    const past = await again.past();
    const oldest = await again.earliest(past);
    expect(oldest).toBeGreaterThan(0);
    expect(await codeOf(again.stateAt(past, (oldest as number) - 1))).toBe('history-out-of-reach');
    expect((await again.stateAt(past, oldest as number)).project.tags.size).toBe(oldest);
    await again.close();
  });

  test('stays within its bound and keeps the newest whole lines', async () => {
    const path = join(await testFolder(), 'p.history');
    const past = new PastFile(path, 2000);
    for (let n = 0; n < 200; n += 1) {
      await past.append([Buffer.from(`line ${n} ${'x'.repeat(40)}\n`)]);
      expect((await stat(path)).size).toBeLessThanOrEqual(2060);
    }
    const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
    expect(lines.at(-1)).toMatch(/^line 199 x{40}$/u);
    for (const line of lines) expect(line).toMatch(/^line \d+ x{40}$/u);
    await appendFile(path, 'torn');
    await past.append([Buffer.from('whole\n')]);
    expect((await readFile(path, 'utf8')).split('\n').slice(-3)).toEqual(['torn', 'whole', '']);
  });

  test('tells from where on nothing is missing', () => {
    expect(unbrokenFrom({ sequences: [] })).toBeNull();
    expect(unbrokenFrom({ sequences: [1, 2, 5, 6, 7] })).toBe(5);
    expect(unbrokenFrom({ sequences: [1, 2, 3] })).toBe(1);
  });
});

describe('an earlier state', () => {
  test('is exactly what the project was, and the way back leads there in one undoable step', async () => {
    await fc.assert(
      fc.asyncProperty(intents(25), fc.nat(100), async (list, pick) => {
        const file = join(await testFolder(), 'p.uratori');
        const store = await createProject(file, startProject(), { pace: STILL });
        const states = [toData(store.project)];
        for (const [n, intent] of list.entries()) {
          const undo = n % 7 === 6 && store.canUndo;
          await (undo ? store.undo() : store.execute(commandFor(store.project, intent))).then(
            () => states.push(toData(store.project)),
            () => undefined,
          );
          if (n % 9 === 8) await store.flush();
        }
        const sequence = pick % states.length;
        const { project, back } = await store.stateAt(await store.past(), sequence);
        expect(toData(project)).toEqual(states[sequence]);
        if (back.length > 0) {
          const restored = apply(store.project, { type: 'batch', commands: back });
          expect(toData(restored.project)).toEqual(states[sequence]);
          expect(toData(apply(restored.project, restored.inverse).project)).toEqual(toData(store.project));
        }
        expect((await readPast(file, store.project.id)).sequences).toHaveLength(states.length - 1);
        await store.close();
      }),
      { numRuns: 12 },
    );
  });

  test('leaves what the program keeps up by itself as it is today', async () => {
    const { store } = await worked(2, STILL);
    const dump = {
      id: 'd',
      name: 'a.txt',
      path: '/old/a.txt',
      relativePath: null,
      sha256: null,
      bytes: 1,
      format: 'plain-text',
      encoding: 'utf-8',
      rule: null,
    };
    await store.execute({ type: 'dump.add', dump });
    await store.execute(
      { type: 'dump.edit', dumpId: 'd', changes: { path: '/new/a.txt' } },
      { undoable: false },
    );
    await store.execute(addTag(9));
    const { back } = await store.stateAt(await store.past(), 3);
    const { project } = apply(store.project, { type: 'batch', commands: back });
    expect(project.tags.size).toBe(2);
    expect(project.dumps.get('d')?.path).toBe('/new/a.txt');
    await store.close();
  });
});
