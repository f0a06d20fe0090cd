import { appendFile, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POSTS, writeDump } from './dumps.ts';
import { claimOn, Driver, openHost, refusal, temporaryFolder, until } from './kit.ts';

/** A saved project beside its dump, closed again. */
async function savedProject() {
  const folder = await temporaryFolder();
  const place = join(folder, 'desk');
  await mkdir(place);
  const driver = new Driver(join(folder, 'data'));
  const path = await writeDump(place);
  const { dumpId } = await driver.call('dump.open', { path, rule: null });
  await driver.whole(dumpId);
  await driver.execute(claimOn(dumpId, await driver.read(dumpId, 2), '無料になる'));
  await driver.call('project.saveAs', { path: join(place, 'bridge.uratori') });
  await driver.call('project.close', {});
  return { folder, place, driver, path, dumpId, file: join(place, 'bridge.uratori') };
}

describe('a dump of a project', () => {
  it('is found by its relative path when both were moved together, and its new path is written down', async () => {
    const { folder, place, driver, dumpId } = await savedProject();
    await rename(place, join(folder, 'elsewhere'));
    const session = await driver.call('project.open', { path: join(folder, 'elsewhere', 'bridge.uratori') });
    expect(session.dumps[0]).toMatchObject({ dumpId, status: 'open', changed: false });
    expect(session.project.dumps[0]?.path).toBe(join(folder, 'elsewhere', 'harbour.txt'));
    // Nobody made that change, so there is nothing for anybody to undo.
    expect(session.canUndo).toBe(false);
    await driver.execute({ type: 'project.rename', title: '橋' });
    await driver.call('project.undo', {});
    const undone = await driver.session();
    expect(undone).toMatchObject({ canUndo: false, project: { title: 'harbour' } });
    expect(undone.project.dumps[0]?.path).toBe(join(folder, 'elsewhere', 'harbour.txt'));
  });

  it('is found by its absolute path when the project alone was moved', async () => {
    const { folder, driver, path, file } = await savedProject();
    await rename(file, join(folder, 'bridge.uratori'));
    const session = await driver.call('project.open', { path: join(folder, 'bridge.uratori') });
    expect(session.dumps[0]?.status).toBe('open');
    expect(session.project.dumps[0]).toMatchObject({ path, relativePath: 'desk/harbour.txt' });
  });

  it('is found beside the project by its name where its bytes agree', async () => {
    const { folder, driver, path, file, place } = await savedProject();
    await mkdir(join(folder, 'new'));
    await rename(file, join(folder, 'new', 'bridge.uratori'));
    await rename(path, join(folder, 'new', 'harbour.txt'));
    await rm(place, { recursive: true });
    const session = await driver.call('project.open', { path: join(folder, 'new', 'bridge.uratori') });
    expect(session.dumps[0]).toMatchObject({ status: 'open', changed: false });
  });

  it('is missing where only another file has its name, until a person shows where it is', async () => {
    const { folder, driver, path, file, place, dumpId } = await savedProject();
    // So that the way from the project to its dump leads to nothing that is there.
    await driver.call('project.open', { path: file });
    await driver.call('project.saveAs', { path: join(folder, 'bridge.uratori') });
    await driver.call('project.close', {});
    await mkdir(join(folder, 'new'));
    await rename(join(folder, 'bridge.uratori'), join(folder, 'new', 'bridge.uratori'));
    await writeFile(
      join(folder, 'new', 'harbour.txt'),
      (await readFile(path, 'utf8')).replace('無料', '有料'),
    );
    await rename(path, join(folder, 'kept.txt'));
    await rm(place, { recursive: true });
    const session = await driver.call('project.open', { path: join(folder, 'new', 'bridge.uratori') });
    expect(session.dumps[0]).toMatchObject({ status: 'missing', problem: { code: 'dump-not-found' } });
    expect(session.project.claims).toHaveLength(1);
    expect(await refusal(driver.read(dumpId, 0))).toBe('dump-not-open');
    const storyKey = session.project.claims[0]?.storyKey ?? '';
    expect(await driver.call('story.locate', { storyKey })).toEqual({ ordinal: null });

    const state = await driver.call('dump.relocate', { dumpId, path: join(folder, 'kept.txt') });
    expect(state).toMatchObject({ status: 'open', changed: false });
    expect(await driver.call('story.locate', { storyKey })).toEqual({ ordinal: 2 });
    const { project } = await driver.session();
    expect(project.dumps[0]).toMatchObject({ path: join(folder, 'kept.txt'), relativePath: '../kept.txt' });
  });

  it('is told to be changed when its file is another one, also of the same size', async () => {
    const { driver, path, file, dumpId } = await savedProject();
    await appendFile(path, '続報があります。\n');
    const grown = await driver.call('project.open', { path: file });
    expect(grown.dumps[0]).toMatchObject({ status: 'open', changed: true });
    await driver.call('project.close', {});

    await writeFile(path, `${POSTS.join('\n').replace('市長', '町長')}\n`);
    await driver.call('project.open', { path: file });
    await until(async () => (await driver.session()).dumps[0]?.changed ?? false);
    expect((await driver.session()).project.dumps[0]?.id).toBe(dumpId);
  });

  it('is shown, not added, when it is opened again, from its place or from a copy', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const path = await writeDump(folder);
    const first = await driver.call('dump.open', { path, rule: null });
    await driver.whole(first.dumpId);
    const other = await driver.call('dump.open', {
      path: await writeDump(folder, POSTS.slice(1), 'b.txt'),
      rule: null,
    });
    expect((await driver.session()).currentDumpId).toBe(other.dumpId);
    expect((await driver.call('dump.open', { path, rule: null })).dumpId).toBe(first.dumpId);
    expect((await driver.session()).currentDumpId).toBe(first.dumpId);
    await copyFile(path, join(folder, 'copy.txt'));
    expect((await driver.call('dump.open', { path: join(folder, 'copy.txt'), rule: null })).dumpId).toBe(
      first.dumpId,
    );
    expect((await driver.session()).project.dumps).toHaveLength(2);
  });

  it('that changed under the reader says so, and is opened anew on request', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const path = await writeDump(folder);
    const { dumpId } = await driver.call('dump.open', { path, rule: null });
    await driver.whole(dumpId);
    await writeDump(folder, POSTS.slice(0, 3));
    expect(await refusal(driver.read(dumpId, 4))).toBe('dump-changed-while-open');
    const again = await driver.call('dump.open', { path, rule: null });
    expect(again).toMatchObject({ dumpId, status: 'open', changed: true });
    expect((await driver.whole(dumpId)).stories).toBe(3);
  });

  it.each(['dump.show', 'reanchor.report'] as const)(
    'that changes while it is open is told to be changed at once, and read anew by %s',
    async (call) => {
      const folder = await temporaryFolder();
      const driver = new Driver(join(folder, 'data'));
      const path = await writeDump(folder);
      const { dumpId } = await driver.call('dump.open', { path, rule: null });
      await driver.whole(dumpId);
      await driver.execute(claimOn(dumpId, await driver.read(dumpId, 2), '無料になる'));
      await writeDump(folder, POSTS.slice(1));
      const told = driver.events['dump.progress'] ?? [];
      const before = told.length;
      expect(await refusal(driver.read(dumpId, 2))).toBe('dump-changed-while-open');
      expect(told.slice(before).map(({ state }) => [state.status, state.changed])).toEqual([['open', true]]);
      expect(await refusal(driver.call('reanchor.accept', { dumpId }))).toBe('dump-changed-while-open');
      expect(await refusal(driver.read(dumpId, 2))).toBe('dump-changed-while-open');
      await driver.call(call, { dumpId });
      expect(driver.events['project.replaced']?.at(-1)?.session?.dumps[0]).toMatchObject({ status: 'open' });
      expect((await driver.read(dumpId, 1)).text).toContain('無料になる');
      const [story] = await driver.call('reanchor.report', { dumpId });
      expect(story).toMatchObject({ status: 'same', found: { ordinal: 1 } });
      expect((await driver.whole(dumpId)).stories).toBe(POSTS.length - 1);
    },
  );

  it('deleted while it is open is missing, also when it is shown, until it is back', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const path = await writeDump(folder);
    const { dumpId } = await driver.call('dump.open', { path, rule: null });
    await driver.whole(dumpId);
    await rm(path);
    const missing = { status: 'missing', problem: { code: 'dump-not-found' } };
    expect(await refusal(driver.read(dumpId, 0))).toBe('dump-not-found');
    expect(driver.events['dump.progress']?.at(-1)?.state).toMatchObject(missing);
    expect(await driver.call('dump.show', { dumpId })).toMatchObject(missing);
    await writeDump(folder);
    expect(await driver.call('dump.show', { dumpId })).toMatchObject({ status: 'open', problem: null });
    expect((await driver.read(dumpId, 0)).ordinal).toBe(0);
  });

  it('opened twice at the same time is added once', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const path = await writeDump(folder);
    const states = await Promise.all([1, 2, 3].map(() => driver.call('dump.open', { path, rule: null })));
    expect(new Set(states.map(({ dumpId }) => dumpId)).size).toBe(1);
    expect((await driver.session()).project.dumps).toHaveLength(1);
  });

  it('goes and comes back with undo and redo', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    await driver.call('project.create', { title: '' });
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder), rule: null });
    await driver.whole(dumpId);
    await driver.call('project.undo', {});
    await until(async () => (await driver.session()).currentDumpId === null);
    expect(await refusal(driver.read(dumpId, 0))).toBe('command-unknown-target');
    await driver.call('project.redo', {});
    await until(async () => (await driver.session()).currentDumpId === dumpId);
    expect((await driver.read(dumpId, 0)).ordinal).toBe(0);
  });

  it('stays, where the project was made for it', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder), rule: null });
    expect((await driver.session()).canUndo).toBe(false);
    expect(await refusal(driver.call('project.undo', {}))).toBe('nothing-to-undo');
    expect((await driver.session()).currentDumpId).toBe(dumpId);
  });

  it('is split anew by another rule, which undo takes back', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder), rule: null });
    await driver.whole(dumpId);
    const story = await driver.read(dumpId, 2);
    await driver.execute(claimOn(dumpId, story, '無料になる'));
    const split = await driver.call('dump.readAnew', { dumpId, rule: { kind: 'lines' } });
    expect(split.rule).toEqual({ kind: 'lines' });
    expect((await driver.whole(dumpId)).stories).toBe(POSTS.join('\n').split('\n').length);
    await until(async () => (await driver.session()).dumps[0]?.changed ?? false);
    expect((await driver.session()).project.claims).toHaveLength(1);
    const storyKey = `${dumpId}/${story.id}`;
    expect(await driver.call('story.locate', { storyKey })).toEqual({ ordinal: null });

    await driver.call('project.undo', {});
    const back = await until(async () => {
      const [dump] = (await driver.session()).dumps;
      return dump?.rule?.kind === 'byline' && dump.complete ? dump : null;
    });
    expect(back).toMatchObject({ stories: 5, changed: false });
    expect(await driver.call('story.locate', { storyKey: `${dumpId}/${story.id}` })).toEqual({ ordinal: 2 });
  });

  it('split anew has no place for a story of the old rule after the next opening either', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder), rule: null });
    await driver.whole(dumpId);
    const story = await driver.read(dumpId, 2);
    await driver.execute(claimOn(dumpId, story, '無料になる'));
    await driver.call('dump.readAnew', { dumpId, rule: { kind: 'lines' } });
    const { file } = await driver.session();
    await driver.call('project.close', {});
    await driver.call('project.open', { path: file });
    await driver.whole(dumpId);
    for (let asked = 0; asked < 3; asked += 1) {
      const place = await driver.call('story.locate', { storyKey: `${dumpId}/${story.id}` });
      expect(place).toEqual({ ordinal: null });
    }
    expect((await driver.session()).project.claims).toHaveLength(1);
  });

  it('may be a folder, and is there again with its annotations when the project is opened', async () => {
    const folder = await temporaryFolder();
    const dump = join(folder, 'export');
    await mkdir(join(dump, 'more'), { recursive: true });
    await writeDump(dump);
    await writeDump(join(dump, 'more'));
    const driver = new Driver(join(folder, 'data'));
    const { dumpId } = await driver.call('dump.open', { path: dump, rule: null });
    const state = await driver.whole(dumpId);
    expect([state.format, state.stories % 2]).toEqual(['folder', 0]);
    const story = await driver.read(dumpId, 0);
    await driver.execute(claimOn(dumpId, story, story.text.slice(0, 4)));
    const { file } = await driver.session();
    await driver.call('project.close', {});
    await driver.call('project.open', { path: file });
    expect(await driver.whole(dumpId)).toMatchObject({
      status: 'open',
      changed: false,
      stories: state.stories,
    });
    await driver.call('project.close', {});
    await driver.call('dump.open', { path: dump, rule: null });
    expect((await driver.session()).file).toBe(file);
  });

  it('that cannot be opened makes no project', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    expect(await refusal(driver.call('dump.open', { path: join(folder, 'none.txt'), rule: null }))).toBe(
      'dump-not-found',
    );
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect(await refusal(driver.call('dump.open', { path: empty, rule: null }))).toBe('dump-empty');
    const path = await writeDump(folder);
    const rule = { kind: 'pattern', pattern: '(' } as const;
    expect(await refusal(driver.call('dump.open', { path, rule }))).toBe('pattern-invalid');
    const { session, recent } = await driver.call('workbench.start', {});
    expect([session, recent]).toEqual([null, []]);
  });

  it('is previewed without being opened', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const path = await writeDump(folder);
    const guessed = await driver.call('dump.preview', { path, rule: null });
    expect(guessed).toMatchObject({
      name: 'harbour.txt',
      stories: 5,
      complete: true,
      rule: { kind: 'byline' },
    });
    const lines = await driver.call('dump.preview', { path, rule: { kind: 'lines' } });
    expect(lines.stories).toBe(POSTS.join('\n').split('\n').length);
    expect((await driver.call('workbench.start', {})).session).toBeNull();
  });
});

describe('on the desktop', () => {
  it('the dumps of a project that was opened can be looked at, and nothing beside them', async () => {
    const { folder, file, path } = await savedProject();
    const host = openHost({ kind: 'electron', mayRead: (candidate) => candidate === file });
    const driver = new Driver(join(folder, 'other data'), host);
    expect((await driver.call('project.open', { path: file })).dumps[0]?.status).toBe('open');
    expect((await driver.call('dump.preview', { path, rule: { kind: 'lines' } })).complete).toBe(true);
    await copyFile(path, `${path}.bak`);
    expect(await refusal(driver.call('dump.preview', { path: `${path}.bak`, rule: null }))).toBe(
      'path-not-allowed',
    );
  });
});

describe('in a browser, a project that names a file outside of what is served', () => {
  it('does not get to see it', async () => {
    const { folder, file, path } = await savedProject();
    const host = openHost({ mayRead: (candidate) => candidate === file });
    const driver = new Driver(join(folder, 'other data'), host);
    const session = await driver.call('project.open', { path: file });
    expect(session.dumps[0]).toMatchObject({ status: 'missing', problem: { code: 'path-not-allowed' } });
    const dump = session.project.dumps[0];
    if (!dump) throw new Error('no dump');
    const again = { type: 'dump.add', dump: { ...dump, id: 'smuggled', path } } as const;
    expect(await refusal(driver.execute(again))).toBe('path-not-allowed');
    expect(await refusal(driver.execute({ type: 'batch', commands: [again] }))).toBe('path-not-allowed');
  });
});
