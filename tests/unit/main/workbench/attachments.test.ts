import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Driver, openHost, refusal, temporaryFolder } from './kit.ts';

const shaOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const listed = (folder: string) => readdir(folder).catch(() => []);

async function desk(host = openHost()) {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'), host);
  const { file } = await driver.call('project.create', { title: 'mine' });
  return { folder, driver, file, files: `${file}.files` };
}

describe('a file that is evidence', () => {
  it('is copied beside the project, byte for byte, under its SHA-256 and its name', async () => {
    const { folder, driver, files } = await desk();
    const path = join(folder, '証拠 写真.bin');
    const content = Buffer.alloc(3_000_000, '裏取り');
    await writeFile(path, content);
    const added = await driver.call('attachments.add', { path });
    expect(added).toEqual({ name: '証拠 写真.bin', sha256: shaOf(content), bytes: 3_000_000 });
    expect(await listed(files)).toEqual([`${added.sha256}-証拠 写真.bin`]);
    expect(await readFile(join(files, `${added.sha256}-証拠 写真.bin`))).toEqual(content);
    expect(await readFile(path)).toEqual(content);
  });

  it('is kept once, however often and under whatever names it is added', async () => {
    const { folder, driver, files } = await desk();
    const paths = ['a.txt', 'b.txt', 'c.txt'].map((name) => join(folder, name));
    for (const path of paths) await writeFile(path, 'the same');
    for (const path of [...paths, ...paths]) await driver.call('attachments.add', { path });
    await Promise.all(paths.map((path) => driver.call('attachments.add', { path })));
    expect(await listed(files)).toEqual([`${shaOf('the same')}-a.txt`]);
  });

  it('that is missing or changed is told, and put right by adding it again', async () => {
    const { folder, driver, files } = await desk();
    const path = join(folder, 'a.txt');
    await writeFile(path, 'original');
    const { sha256 } = await driver.call('attachments.add', { path });
    const copy = join(files, `${sha256}-a.txt`);
    const state = async () => (await driver.call('attachments.state', { sha256 })).state;
    expect(await state()).toBe('kept');
    await writeFile(copy, 'tampered');
    expect(await state()).toBe('changed');
    await driver.call('attachments.add', { path });
    expect(await state()).toBe('kept');
    await rm(copy);
    expect(await state()).toBe('missing');
    expect(await refusal(driver.call('attachments.show', { sha256 }))).toBe('attachment-missing');
    await driver.call('attachments.add', { path });
    expect(await state()).toBe('kept');
  });

  it('that cannot be read leaves nothing behind', async () => {
    const { folder, driver, files } = await desk();
    expect(await refusal(driver.call('attachments.add', { path: join(folder, 'none') }))).toBe(
      'file-not-readable',
    );
    expect(await refusal(driver.call('attachments.add', { path: folder }))).toBe('file-not-readable');
    expect(await listed(files)).toEqual([]);
  });

  it('goes along when the project is saved elsewhere, and with the unnamed project nothing stays', async () => {
    const { folder, driver, file, files } = await desk();
    for (const name of ['a.txt', 'b.txt']) {
      await writeFile(join(folder, name), name);
      await driver.call('attachments.add', { path: join(folder, name) });
    }
    const target = join(folder, 'desk', 'mine.uratori');
    await mkdir(join(folder, 'desk'));
    await driver.call('project.saveAs', { path: target });
    expect(await listed(`${target}.files`)).toEqual(
      ['a.txt', 'b.txt'].map((name) => `${shaOf(name)}-${name}`).sort(),
    );
    expect(await listed(files)).toEqual([]);
    expect((await listed(join(file, '..'))).filter((name) => name.startsWith(basename(file)))).toEqual([]);
    const second = join(folder, 'second.uratori');
    await driver.call('project.saveAs', { path: second });
    expect(await listed(`${second}.files`)).toEqual(await listed(`${target}.files`));
    expect(await driver.call('attachments.state', { sha256: shaOf('a.txt') })).toEqual({ state: 'kept' });
  });

  it('stays where it was when saving elsewhere fails', async () => {
    const { folder, driver, files } = await desk();
    await writeFile(join(folder, 'a.txt'), 'a');
    await driver.call('attachments.add', { path: join(folder, 'a.txt') });
    const saved = await refusal(
      driver.call('project.saveAs', { path: join(folder, 'no', 'such', 'p.uratori') }),
    );
    expect(saved).toBe('project-folder-missing');
    expect(await listed(files)).toHaveLength(1);
    expect(await listed(join(folder, 'no'))).toEqual([]);
  });

  it('is never reached through a link, nor kept in a folder that is one', async () => {
    const { folder, driver, files } = await desk();
    await writeFile(join(folder, 'secret'), 'secret');
    await mkdir(files);
    await symlink(join(folder, 'secret'), join(files, `${shaOf('secret')}-x`));
    expect(await driver.call('attachments.state', { sha256: shaOf('secret') })).toEqual({ state: 'missing' });
    await rm(files, { recursive: true });
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), files);
    expect(await refusal(driver.call('attachments.add', { path: join(folder, 'secret') }))).toBe(
      'write-failed',
    );
    expect(await listed(join(folder, 'elsewhere'))).toEqual([]);
  });

  it('is shown in its folder on the desktop, and downloaded under its own name elsewhere', async () => {
    const shown: string[] = [];
    const offered: (string | undefined)[] = [];
    const path = async (folder: string) => {
      await writeFile(join(folder, 'a.txt'), 'a');
      return join(folder, 'a.txt');
    };
    const desktop = await desk(openHost({ kind: 'electron', showInFolder: (file) => void shown.push(file) }));
    const { sha256 } = await desktop.driver.call('attachments.add', { path: await path(desktop.folder) });
    expect(await desktop.driver.call('attachments.show', { sha256 })).toEqual({ download: null });
    expect(shown).toEqual([join(desktop.files, `${sha256}-a.txt`)]);
    const web = await desk(openHost({ downloadFor: (_, name) => `/downloads/${offered.push(name)}` }));
    await web.driver.call('attachments.add', { path: await path(web.folder) });
    expect(await web.driver.call('attachments.show', { sha256 })).toEqual({ download: '/downloads/1' });
    expect(offered).toEqual(['a.txt']);
  });

  it('is not asked for by anything but a hash', async () => {
    const { driver } = await desk();
    for (const sha256 of ['', '../../etc/passwd', 'A'.repeat(64), '*'])
      expect(await refusal(driver.call('attachments.show', { sha256 }))).toBe('call-invalid');
  });
});
