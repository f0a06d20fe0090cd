import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../app/settings.ts';
import { Driver, openHost, refusal, temporaryFolder } from './kit.ts';

describe('settings', () => {
  it('are kept between two runs and told to everybody', async () => {
    const folder = await temporaryFolder();
    const first = new Driver(folder);
    expect((await first.call('workbench.start', {})).settings).toEqual(DEFAULT_SETTINGS);
    const changed = await first.call('settings.change', {
      changes: { theme: 'dark', reviewer: '検証 花子' },
    });
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', reviewer: '検証 花子' });
    expect(first.events['settings.changed']).toEqual([{ settings: changed }]);
    expect((await new Driver(folder).call('workbench.start', {})).settings).toEqual(changed);
  });

  it('asked for before the program ends are on disk when it is settled', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(folder);
    const changed = driver.call('settings.change', { changes: { textSize: 21 } });
    await driver.workbench.settle();
    const stored = JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'));
    expect(stored).toMatchObject({ textSize: 21 });
    await changed;
  });

  it('changed at the same time are all kept', async () => {
    const driver = new Driver(await temporaryFolder());
    await Promise.all([
      driver.call('settings.change', { changes: { theme: 'light' } }),
      driver.call('settings.change', { changes: { textSize: 20 } }),
      driver.call('settings.change', { changes: { locale: 'ja' } }),
    ]);
    const { settings } = await driver.call('workbench.start', {});
    expect(settings).toMatchObject({ theme: 'light', textSize: 20, locale: 'ja' });
  });

  it('fall back to the defaults where the file is damaged, which is kept aside', async () => {
    for (const damaged of ['{"theme": "da', '[]', 'null', '{"theme": "purple"}']) {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'settings.json'), damaged);
      const driver = new Driver(folder);
      expect((await driver.call('workbench.start', {})).settings).toEqual(DEFAULT_SETTINGS);
      const aside = (await readdir(folder)).filter((name) => name.startsWith('settings.json.damaged-'));
      expect(aside).toHaveLength(1);
      expect(await readFile(join(folder, aside[0] as string), 'utf8')).toBe(damaged);
    }
  });

  it('of an older program have the default for what they lack', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'settings.json'), '{"reviewer": "R"}');
    const { settings } = await new Driver(folder).call('workbench.start', {});
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, reviewer: 'R' });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });
});

describe('recent projects', () => {
  it('are listed last opened first, without those whose file is gone or that were forgotten', async () => {
    const driver = new Driver(await temporaryFolder());
    const files: string[] = [];
    for (const title of ['a', 'b', 'c']) files.push((await driver.call('project.create', { title })).file);
    const paths = async () => (await driver.call('workbench.start', {})).recent.map(({ path }) => path);
    expect(await paths()).toEqual([...files].reverse());
    await driver.call('project.open', { path: files[0] ?? '' });
    expect(await paths()).toEqual([files[0], files[2], files[1]]);
    await rm(files[2] ?? '');
    expect(await paths()).toEqual([files[0], files[1]]);
    const left = await driver.call('project.forget', { path: files[1] ?? '' });
    expect(left.map(({ path }) => path)).toEqual([files[0]]);
  });

  it('are at most twenty', async () => {
    const driver = new Driver(await temporaryFolder());
    for (let made = 0; made < 23; made += 1) await driver.call('project.create', { title: `p${made}` });
    const { recent } = await driver.call('workbench.start', {});
    expect(recent).toHaveLength(20);
    expect(recent[0]?.title).toBe('p22');
  });
});

describe('paths from the renderer', () => {
  it('are refused where the person did not show them to the program', async () => {
    const folder = await temporaryFolder();
    const secret = join(folder, 'secret.txt');
    await writeFile(secret, 'secret');
    const host = openHost({ kind: 'electron', mayRead: () => false, mayWrite: () => false });
    const driver = new Driver(join(folder, 'data'), host);
    const { file } = await driver.call('project.create', { title: 'mine' });
    const refused = await Promise.all(
      [
        driver.call('dump.preview', { path: secret, rule: null }),
        driver.call('dump.open', { path: secret, rule: null }),
        driver.call('dump.relocate', { dumpId: 'd', path: secret }),
        driver.call('project.open', { path: secret }),
        driver.call('project.open', { path: join(folder, 'data', '..', 'secret.txt') }),
        driver.call('project.saveAs', { path: secret }),
        driver.call('attachments.add', { path: secret }),
      ].map(refusal),
    );
    expect(new Set(refused)).toEqual(new Set(['path-not-allowed']));
    // What the program itself made, and what was opened before, needs no dialog.
    expect((await driver.call('project.open', { path: file })).file).toBe(file);
  });
});

describe('files', () => {
  it('are chosen and listed by the host, which also opens links', async () => {
    const opened: string[] = [];
    const host = openHost({
      choose: async (purpose, suggestedName) => ({ kind: 'chosen', path: `/${purpose}/${suggestedName}` }),
      openLink: async (url) => void opened.push(url),
    });
    const driver = new Driver(await temporaryFolder(), host);
    const chosen = await driver.call('files.choose', { purpose: 'save-report', suggestedName: 'r.html' });
    expect(chosen).toEqual({ kind: 'chosen', path: '/save-report/r.html' });
    expect(await driver.call('files.list', { path: '/here' })).toMatchObject({ path: '/here' });
    await driver.call('link.open', { url: 'https://example.org/a?b#c' });
    expect(await refusal(driver.call('link.open', { url: 'ftp://example.org' }))).toBe('call-invalid');
    expect(opened).toEqual(['https://example.org/a?b#c']);
  });
});

describe('the data folder', () => {
  it('is made when something is first kept there', async () => {
    const folder = join(await temporaryFolder(), 'not', 'yet');
    const driver = new Driver(folder);
    await driver.call('settings.change', { changes: { theme: 'dark' } });
    expect(await readdir(folder)).toContain('settings.json');
  });
});
