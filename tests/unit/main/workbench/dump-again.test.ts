import { copyFile, mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POSTS, writeDump } from './dumps.ts';
import { claimOn, Driver, openHost, refusal, temporaryFolder } from './kit.ts';

/** A dump with a claim in a project of the data folder; the program has ended since. */
async function annotated() {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  const path = await writeDump(folder);
  const driver = new Driver(data);
  const { dumpId } = await driver.call('dump.open', { path, rule: null });
  await driver.whole(dumpId);
  await driver.execute(claimOn(dumpId, await driver.read(dumpId, 2), '無料になる'));
  const { file } = await driver.session();
  await driver.workbench.close();
  return { folder, data, path, dumpId, file };
}

const projectsIn = async (data: string) =>
  (await readdir(join(data, 'projects'))).filter((name) => name.endsWith('.uratori'));

describe('a dump that is opened where no project is open', () => {
  it('opens the project that has it, with all that was done there', async () => {
    const { data, path, dumpId, file } = await annotated();
    const driver = new Driver(data);
    const state = await driver.call('dump.open', { path, rule: null });
    expect(state).toMatchObject({ dumpId, status: 'open', changed: false });
    const session = await driver.session();
    expect(session).toMatchObject({ file, currentDumpId: dumpId, readOnly: false });
    expect(session.project.claims).toHaveLength(1);
    expect(await projectsIn(data)).toHaveLength(1);
  });

  it('opens nothing where its file is gone', async () => {
    const { data, path } = await annotated();
    await rm(path);
    const driver = new Driver(data);
    expect(await refusal(driver.call('dump.open', { path, rule: null }))).toBe('dump-not-found');
    expect((await driver.call('workbench.start', {})).session).toBeNull();
  });

  it('is known by its bytes under another name', async () => {
    const { folder, data, path, dumpId, file } = await annotated();
    await copyFile(path, join(folder, 'copy.txt'));
    const driver = new Driver(data);
    const state = await driver.call('dump.open', { path: join(folder, 'copy.txt'), rule: null });
    expect(state.dumpId).toBe(dumpId);
    expect((await driver.session()).file).toBe(file);
  });

  it('is known by its place when its bytes are others, which is told', async () => {
    const { folder, data, path, dumpId } = await annotated();
    await writeDump(folder, POSTS.slice(1));
    const state = await new Driver(data).call('dump.open', { path, rule: null });
    expect(state).toMatchObject({ dumpId, changed: true });
  });

  it('opens the project also where the list of recent projects has lost it', async () => {
    const { data, path, dumpId, file } = await annotated();
    const driver = new Driver(data);
    await driver.call('project.forget', { path: file });
    expect((await driver.call('dump.open', { path, rule: null })).dumpId).toBe(dumpId);
    expect((await driver.session()).file).toBe(file);
  });

  it('opens the one that was opened last of those that have it', async () => {
    const { data, path, file } = await annotated();
    const driver = new Driver(data);
    await driver.call('project.create', { title: 'second' });
    await driver.call('dump.open', { path, rule: null });
    const second = (await driver.session()).file;
    await driver.call('project.close', {});
    // The time of a file says less than what a person opened.
    await utimes(file, new Date('2040-01-01'), new Date('2040-01-01'));
    await driver.call('dump.open', { path, rule: null });
    expect((await driver.session()).file).toBe(second);
    await driver.call('project.open', { path: file });
    await driver.call('project.close', {});
    await driver.call('dump.open', { path, rule: null });
    expect((await driver.session()).file).toBe(file);
  });

  it('opens it read-only while somebody else writes it', async () => {
    const { data, path, file } = await annotated();
    const writer = new Driver(data);
    await writer.call('project.open', { path: file });
    const driver = new Driver(data);
    expect((await driver.call('dump.open', { path, rule: null })).status).toBe('open');
    const session = await driver.session();
    expect(session).toMatchObject({ file, readOnly: true });
    expect(session.notices.map(({ code }) => code)).toContain('project-locked');
    expect(await projectsIn(data)).toHaveLength(1);
  });

  it('makes a project where none has it, past files that are none', async () => {
    const { folder, data } = await annotated();
    await writeFile(join(data, 'projects', 'broken.uratori'), '{');
    await mkdir(join(data, 'projects', 'folder.uratori'));
    const path = await writeDump(folder, POSTS.slice(2), 'other.txt');
    const driver = new Driver(data);
    await driver.call('dump.open', { path, rule: null });
    expect((await driver.session()).project).toMatchObject({ title: 'other', claims: [] });
  });

  it('opens no project of the list that may not be read', async () => {
    const { folder, data, path, file } = await annotated();
    const driver = new Driver(data);
    await driver.call('project.open', { path: file });
    const saved = join(folder, 'elsewhere.uratori');
    await driver.call('project.saveAs', { path: saved });
    await driver.workbench.close();
    const other = new Driver(data, openHost({ mayRead: (candidate) => candidate === path }));
    await other.call('dump.open', { path, rule: null });
    expect((await other.session()).file).not.toBe(saved);
  });
});
