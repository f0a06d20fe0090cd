import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, toData } from '../../../../app/project.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import { removeProject } from '../../../../main/project/remove-project.ts';
import {
  addTag,
  codeOf,
  journalLines,
  namesIn,
  newProject,
  RESTLESS,
  rename,
  STILL,
  testFolder,
} from './helpers.ts';

const place = async () => join(await testFolder(), 'p.uratori');

describe('a project store', () => {
  test('what was acknowledged is in the journal, and nothing is shown before', async () => {
    const file = await place();
    const store = await createProject(file, newProject(), { pace: STILL });
    const seen: string[] = [];
    store.on('changed', ({ sequence }) => seen.push(`told ${sequence}`));
    const asked = store.execute(rename('A'));
    expect(store.project.title).toBe('Project');
    expect(await asked).toEqual({ sequence: 1 });
    expect(seen).toEqual(['told 1']);
    expect(store.project.title).toBe('A');
    expect(await journalLines(file)).toMatchObject([{ sequence: 1, cause: 'do', command: rename('A') }]);
    expect(parse(JSON.parse(await readFile(file, 'utf8'))).sequence).toBe(0);
    await store.close();
  });

  test('after closing, the file alone holds everything, and nobody holds the file', async () => {
    const folder = await testFolder();
    const file = join(folder, 'p.uratori');
    const store = await createProject(file, newProject(), { pace: STILL });
    for (const title of ['A', 'B', 'C']) await store.execute(rename(title));
    await store.close();
    const { project, sequence } = parse(JSON.parse(await readFile(file, 'utf8')));
    expect([project.title, sequence]).toEqual(['C', 3]);
    expect(await namesIn(folder)).toEqual(['p.uratori', 'p.uratori.backup-1', 'p.uratori.journal']);
    expect(await codeOf(store.execute(rename('D')))).toBe('project-not-open');
    const again = await openProject(file);
    expect([again.project.title, again.sequence, again.readOnly, again.notices]).toEqual(['C', 3, false, []]);
    await again.close();
  });

  test('commands are taken in the order they were asked, and those that wait share an fsync', async () => {
    const store = await createProject(await place(), newProject(), { pace: STILL });
    const order: number[] = [];
    store.on('changed', ({ sequence }) => order.push(sequence));
    const answers = await Promise.all(Array.from({ length: 2500 }, (_, n) => store.execute(addTag(n))));
    expect(answers.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 2500 }, (_, n) => n + 1));
    expect(order).toEqual(answers.map(({ sequence }) => sequence));
    const lines = await journalLines(store.file);
    expect(lines.map(({ sequence }) => sequence)).toEqual(order);
    const times = new Set(lines.map((line) => (line as unknown as { at: string }).at));
    expect(times.size).toBeLessThan(10);
    await store.close();
  });

  test('a refused command changes nothing and holds up no other', async () => {
    const store = await createProject(await place(), newProject(), { pace: STILL });
    const answers = await Promise.allSettled([
      store.execute(addTag(1)),
      store.execute(addTag(1)),
      store.undo(),
      store.undo(),
      store.execute(addTag(1)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await codeOf(store.execute(addTag(1)))).toBe('command-duplicate');
    expect(store.sequence).toBe(3);
    await store.close();
  });

  test('undo and redo go all the way, are journaled, and a new command ends redo', async () => {
    const file = await place();
    const store = await createProject(file, newProject(), { pace: STILL });
    const start = toData(store.project);
    for (let n = 0; n < 300; n += 1) await store.execute(addTag(n));
    const full = toData(store.project);
    expect([store.canUndo, store.canRedo]).toEqual([true, false]);
    for (let n = 0; n < 300; n += 1) await store.undo();
    expect(toData(store.project)).toEqual(start);
    expect([store.canUndo, store.canRedo]).toEqual([false, true]);
    expect(await codeOf(store.undo())).toBe('nothing-to-undo');
    for (let n = 0; n < 300; n += 1) await store.redo();
    expect(toData(store.project)).toEqual(full);
    await store.undo();
    await store.execute(rename('new'));
    expect(await codeOf(store.redo())).toBe('nothing-to-redo');
    expect((await journalLines(file)).length).toBe(902);
    await store.close();
    const again = await openProject(file);
    expect(again.sequence).toBe(902);
    expect(toData(again.project)).toEqual({
      ...full,
      title: 'new',
      tags: full.tags.filter(({ id }) => id !== 'tag-299'),
    });
    await again.close();
  });

  test('events carry what the interface needs to follow', async () => {
    const store = await createProject(await place(), newProject(), { pace: STILL });
    const events: unknown[] = [];
    const leave = store.on('changed', (event) => events.push(event));
    await store.execute(rename('A'));
    await store.undo();
    await store.redo();
    leave();
    await store.execute(rename('B'));
    expect(events).toEqual([
      { sequence: 1, command: rename('A'), cause: 'do', canUndo: true, canRedo: false },
      { sequence: 2, command: rename('Project'), cause: 'undo', canUndo: false, canRedo: true },
      { sequence: 3, command: rename('A'), cause: 'redo', canUndo: true, canRedo: false },
    ]);
    await store.close();
  });

  test('upkeep is durable and told, but undo passes it by, and redo survives it', async () => {
    const file = await place();
    const store = await createProject(file, newProject(), { pace: STILL });
    await store.execute(addTag(1));
    await store.undo();
    await store.execute(rename('kept'), { undoable: false });
    expect([store.canUndo, store.canRedo]).toEqual([false, true]);
    await store.redo();
    await store.undo();
    expect([store.project.title, store.project.tags.size]).toEqual(['kept', 0]);
    expect((await journalLines(file)).map(({ cause }) => cause)).toEqual([
      'do',
      'undo',
      'upkeep',
      'redo',
      'undo',
    ]);
    await store.close();
  });

  test('an undo that upkeep has made impossible is refused once and then out of the way', async () => {
    const store = await createProject(await place(), newProject(), { pace: STILL });
    await store.execute(rename('A'));
    await store.execute(addTag(1));
    await store.execute({ type: 'tag.remove', tagId: 'tag-1' }, { undoable: false });
    expect(await codeOf(store.undo())).toBe('command-unknown-target');
    await store.undo();
    expect(store.project.title).toBe('Project');
    await store.close();
  });

  test('who did it is written down', async () => {
    const file = await place();
    const store = await createProject(file, newProject(), { pace: STILL });
    await store.execute(rename('A'), { by: '山田' });
    await store.undo({ by: '鈴木' });
    await store.execute(rename('B'));
    const by = (await journalLines(file)).map((line) => (line as { by?: string }).by);
    expect(by).toEqual(['山田', '鈴木', undefined]);
    await store.close();
  });

  test('a listener that throws undoes nothing and silences nobody', async () => {
    const warned = new Promise((resolve) => process.once('warning', resolve));
    const store = await createProject(await place(), newProject(), { pace: STILL });
    const heard: number[] = [];
    store.on('changed', () => {
      throw new Error('a defect of the listener');
    });
    store.on('changed', ({ sequence }) => heard.push(sequence));
    await store.execute(rename('A'));
    expect(heard).toEqual([1]);
    expect(await warned).toMatchObject({ message: 'a defect of the listener' });
    await store.close();
  });

  test('the snapshot follows by itself, says so, and the journal lets go of what no backup needs', async () => {
    const file = await place();
    const store = await createProject(file, newProject(), { pace: RESTLESS });
    for (let n = 1; n <= 12; n += 1) {
      const saved = new Promise<number>((resolve) => store.on('saved', ({ sequence }) => resolve(sequence)));
      await store.execute(addTag(n));
      expect(await saved).toBe(n);
      expect(parse(JSON.parse(await readFile(file, 'utf8'))).sequence).toBe(n);
    }
    await store.close();
    // The snapshot is 12, the backups are 11 to 7: what came after 7 is needed.
    expect((await journalLines(file)).map(({ sequence }) => sequence)).toEqual([8, 9, 10, 11, 12]);
  });

  test('flush resolves once the file itself holds what was asked before', async () => {
    const file = await place();
    const store = await createProject(file, newProject(), { pace: STILL });
    const asked = [1, 2, 3].map((n) => store.execute(addTag(n)));
    await store.flush();
    expect(parse(JSON.parse(await readFile(file, 'utf8'))).project.tags.size).toBe(3);
    await Promise.all(asked);
    await store.close();
  });
});

describe('save as', () => {
  test('carries on in the new file with its history; the old one stays as it was', async () => {
    const folder = await testFolder();
    const [old, next] = [join(folder, 'old.uratori'), join(folder, 'next.uratori')];
    const store = await createProject(old, newProject(), { pace: STILL });
    await store.execute(rename('A'));
    await Promise.all([store.saveAs(next), store.execute(rename('B'))]);
    expect(store.file).toBe(next);
    await store.undo();
    await store.undo();
    await store.redo();
    expect(store.project.title).toBe('A');
    await store.close();
    const [first, second] = [await openProject(old), await openProject(next)];
    expect([first.project.title, second.project.title]).toEqual(['A', 'A']);
    expect([first.sequence, second.sequence]).toEqual([1, 5]);
    expect([first.readOnly, second.readOnly]).toEqual([false, false]);
    await first.close();
    await second.close();
  });

  test('does not overwrite unasked, and puts what it replaces aside', async () => {
    const folder = await testFolder();
    const [mine, other] = [join(folder, 'mine.uratori'), join(folder, 'other.uratori')];
    await (await createProject(other, newProject('Other'))).close();
    const store = await createProject(mine, newProject('Mine'));
    expect(await codeOf(store.saveAs(other))).toBe('project-exists');
    expect(store.file).toBe(mine);
    await store.saveAs(other, { replace: true });
    await store.close();
    const names = await namesIn(folder);
    const aside = names.find((name) => /^other\.uratori\.replaced-/u.test(name)) as string;
    expect(parse(JSON.parse(await readFile(join(folder, aside), 'utf8'))).project.title).toBe('Other');
    expect(parse(JSON.parse(await readFile(other, 'utf8'))).project.title).toBe('Mine');
  });

  test('to where it is, just saves; to a folder that is not there, says so and stays', async () => {
    const folder = await testFolder();
    const file = join(folder, 'p.uratori');
    const store = await createProject(file, newProject(), { pace: STILL });
    await store.execute(rename('A'));
    await store.saveAs(file);
    expect(parse(JSON.parse(await readFile(file, 'utf8'))).sequence).toBe(1);
    expect(await codeOf(store.saveAs(join(folder, 'none', 'p.uratori')))).toBe('project-folder-missing');
    await store.execute(rename('B'));
    expect([store.file, store.sequence]).toEqual([file, 2]);
    await store.close();
  });

  test('gives a read-only project a place where it can be changed', async () => {
    const folder = await testFolder();
    const file = join(folder, 'p.uratori');
    await (await createProject(file, newProject())).close();
    const store = await openProject(file, { readOnly: true });
    expect(store.readOnly).toBe(true);
    await store.saveAs(join(folder, 'copy.uratori'));
    await store.execute(rename('A'));
    await store.close();
    expect((await openProject(file, { readOnly: true })).project.title).toBe('Project');
  });
});

describe('creating and removing', () => {
  test('a file that is there is not replaced, and a missing folder is an error', async () => {
    const folder = await testFolder();
    const file = join(folder, 'p.uratori');
    await (await createProject(file, newProject())).close();
    expect(await codeOf(createProject(file, newProject()))).toBe('project-exists');
    expect(await codeOf(createProject(join(folder, 'none', 'p.uratori'), newProject()))).toBe(
      'project-folder-missing',
    );
    expect(await codeOf(openProject(join(folder, 'none.uratori')))).toBe('project-not-found');
    expect(await namesIn(folder)).toEqual(['p.uratori', 'p.uratori.backup-1']);
  });

  test('the journal of a project that was deleted by hand does not leak into a new one', async () => {
    const folder = await testFolder();
    const file = join(folder, 'p.uratori');
    const old = await createProject(file, newProject('Old'), { pace: STILL });
    await old.execute(addTag(1));
    await old.close();
    const { rm } = await import('node:fs/promises');
    await rm(file);
    const store = await createProject(file, newProject('New'));
    await store.close();
    const again = await openProject(file);
    expect([again.project.title, again.project.tags.size, again.sequence]).toEqual(['New', 0, 0]);
    await again.close();
    expect((await namesIn(folder)).filter((name) => name.includes('.replaced-')).length).toBe(2);
  });

  test('a removed project leaves nothing behind, unless somebody has it open', async () => {
    const folder = await testFolder();
    const file = join(folder, 'p.uratori');
    const store = await createProject(file, newProject(), { pace: RESTLESS });
    await store.execute(rename('A'));
    await store.flush();
    expect(await codeOf(removeProject(file))).toBe('project-locked');
    await store.close();
    await removeProject(file);
    expect(await namesIn(folder)).toEqual([]);
  });
});
