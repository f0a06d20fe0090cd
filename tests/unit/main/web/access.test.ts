import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccess } from '../../../../main/web/access.ts';

let place: string;
const at = (...parts: string[]) => join(place, ...parts);

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'uratori-access-'));
  await mkdir(at('shown', 'inner'), { recursive: true });
  await mkdir(at('shown-not'));
  await mkdir(at('data', 'projects'), { recursive: true });
  for (const file of [
    'shown/a.txt',
    'shown/inner/b.txt',
    'shown-not/c.txt',
    'single.txt',
    'beside.txt',
    'data/recent.json',
  ]) {
    await writeFile(at(file), 'x');
  }
});
afterEach(() => rm(place, { recursive: true, force: true }));

const access = () =>
  createAccess({
    given: [at('shown'), at('single.txt')],
    own: [at('data')],
    ownWritable: [at('data', 'projects')],
  });

describe('the browser host reads', () => {
  it('what it was started with, its own data, and files to come in them', async () => {
    const { mayRead } = await access();
    for (const path of [
      'shown',
      'shown/a.txt',
      'shown/inner/b.txt',
      'shown/to-come.txt',
      'single.txt',
      'data/recent.json',
    ]) {
      expect(await mayRead(at(path)), path).toBe(true);
    }
  });

  it('nothing else: no neighbour, no parent, no name that begins alike', async () => {
    const { mayRead } = await access();
    for (const path of [
      '',
      'beside.txt',
      'shown-not/c.txt',
      'shown/../beside.txt',
      'shown/inner/../../beside.txt',
      'single.txt/x',
    ]) {
      expect(await mayRead(path === '' ? place : `${place}/${path}`), path).toBe(false);
    }
    expect(await mayRead('shown/a.txt')).toBe(false);
    expect(await mayRead(`${at('shown')}\0/a.txt`)).toBe(false);
  });

  it('a link by where it leads', async () => {
    await symlink(at('beside.txt'), at('shown', 'out.txt'));
    await symlink(place, at('shown', 'up'));
    await symlink(at('shown', 'a.txt'), at('shown', 'in.txt'));
    await symlink(at('nowhere.txt'), at('shown', 'dangling.txt'));
    const { mayRead, mayWrite } = await access();
    expect(await mayRead(at('shown', 'in.txt'))).toBe(true);
    for (const path of ['out.txt', 'up/beside.txt', 'up/to-come.txt', 'dangling.txt']) {
      expect(await mayRead(at('shown', path)), path).toBe(false);
      expect(await mayWrite(at('shown', path)), path).toBe(false);
    }
  });

  it('a folder that was itself given by a link', async () => {
    await symlink(at('shown'), at('alias'));
    const { mayRead } = await createAccess({ given: [at('alias')], own: [], ownWritable: [] });
    expect(await mayRead(at('alias', 'a.txt'))).toBe(true);
    expect(await mayRead(at('beside.txt'))).toBe(false);
  });
});

describe('the browser host writes', () => {
  it('into the folders it was given and its projects, never over a file that was given', async () => {
    const { mayWrite } = await access();
    expect(await mayWrite(at('shown', 'report.html'))).toBe(true);
    expect(await mayWrite(at('data', 'projects', 'p.uratori'))).toBe(true);
    for (const path of ['single.txt', 'data/recent.json', 'beside.txt', 'new.txt']) {
      expect(await mayWrite(at(path)), path).toBe(false);
    }
  });
});

describe('a listed folder', () => {
  it('holds what may be read, folders first, and no way above the root', async () => {
    await symlink(place, at('shown', 'up'));
    await writeFile(at('shown', '.hidden'), 'x');
    const { list } = await access();
    const { entries, parent } = await list(at('shown'));
    expect(entries.map(({ name, kind }) => [name, kind])).toEqual([
      ['inner', 'folder'],
      ['a.txt', 'file'],
    ]);
    expect(parent).toBeNull();
    expect((await list(at('shown', 'inner'))).parent).toBe(at('shown'));
  });

  it('is refused where it may not be seen', async () => {
    const { list } = await access();
    for (const path of [place, at('shown-not'), at('single.txt')]) {
      await expect(list(path), path).rejects.toMatchObject({ code: 'path-not-allowed' });
    }
  });
});
