import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallParams } from '../../../../app/contract.ts';
import { plainOptions } from '../../../../app/exports/options.ts';
import { writeDump } from './dumps.ts';
import { claimOn, Driver, openHost, refusal, temporaryFolder } from './kit.ts';

type Params = CallParams<'export.write'>;

async function annotated(host = openHost()) {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'), host);
  const path = await writeDump(folder);
  const { dumpId } = await driver.call('dump.open', { path, rule: null });
  await driver.whole(dumpId);
  for (const [ordinal, quote] of [
    [4, '90年'],
    [1, '20,000 vehicles'],
    [0, '120億円'],
  ] as const)
    await driver.execute(claimOn(dumpId, await driver.read(dumpId, ordinal), quote));
  const write = (changes: Partial<Params>) =>
    driver.call('export.write', {
      format: 'json',
      target: { path: join(folder, 'report.json') },
      stories: null,
      options: plainOptions('ja'),
      title: '橋の報告',
      baseUrl: null,
      ...changes,
    });
  return { driver, folder, path, dumpId, write };
}

describe('export.write', () => {
  it('writes every annotated story in the order of the dump, and tells what it wrote', async () => {
    const { folder, write } = await annotated();
    const target = join(folder, 'report.html');
    const written = await write({ format: 'html', target: { path: target } });
    const bytes = await readFile(target);
    expect(written).toEqual({
      path: target,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      files: 1,
      placeless: 0,
      download: null,
    });
    const html = bytes.toString();
    const places = ['120億円', '20,000 vehicles', '90年'].map((quote) => html.lastIndexOf(quote));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('writes the chosen stories alone', async () => {
    const { driver, folder, dumpId, write } = await annotated();
    const story = await driver.read(dumpId, 1);
    await write({ stories: [`${dumpId}/${story.id}`] });
    const json = await readFile(join(folder, 'report.json'), 'utf8');
    expect(json).toContain('20,000 vehicles');
    expect(json).not.toContain('120億円');
    expect(await refusal(write({ stories: ['no such story'] }))).toBe('story-not-found');
  });

  it('makes a download in the data folder, whatever its name says', async () => {
    const { folder, write } = await annotated();
    for (const downloadName of ['橋.md', '../../../escaped.md', `${'長'.repeat(300)}.md`]) {
      const { path, download } = await write({ format: 'md', target: { downloadName } });
      expect(dirname(path)).toBe(join(folder, 'data', 'exports'));
      expect(basename(path)).toMatch(/\.md$/u);
      expect(download).toBe(`/downloads/${path}`);
    }
  });

  it('reports stories of a dump that is not at hand by what the project knows', async () => {
    const { driver, folder, path, write } = await annotated();
    const { file } = await driver.session();
    await driver.call('project.close', {});
    await rm(path);
    await driver.call('project.open', { path: file });
    await write({});
    expect(await readFile(join(folder, 'report.json'), 'utf8')).toContain('20,000 vehicles');
  });

  it('refuses to write over the dump or the project, or where the host forbids', async () => {
    const { driver, path, folder, write } = await annotated();
    const { file } = await driver.session();
    expect(await refusal(write({ target: { path } }))).toBe('export-target-is-dump');
    expect(await refusal(write({ target: { path: file } }))).toBe('export-target-is-dump');
    const strict = await annotated(openHost({ mayWrite: () => false }));
    expect(await refusal(strict.write({}))).toBe('path-not-allowed');
    expect(await refusal(write({ target: { path: join(folder, 'none', 'r.json') } }))).toBe(
      'export-folder-missing',
    );
  });

  it('needs an open project', async () => {
    const driver = new Driver(await temporaryFolder());
    const params: Params = {
      format: 'md',
      target: { downloadName: 'a.md' },
      stories: null,
      options: plainOptions('en'),
      baseUrl: null,
      title: '',
    };
    expect(await refusal(driver.call('export.write', params))).toBe('project-not-open');
  });
});
