import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { locateStatic } from '../../../main/static-files.ts';

let place: string;
let root: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'uratori-static-'));
  root = join(place, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(place, 'renderer-not'));
  for (const file of [
    'renderer/index.html',
    'renderer/assets/a b.js',
    'renderer/notes.secret',
    'outside.js',
    'renderer-not/x.js',
  ]) {
    await writeFile(join(place, file), 'x');
  }
  await symlink(join(place, 'outside.js'), join(root, 'link.js'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

it('finds the files of the folder with their type', async () => {
  expect(await locateStatic(root, '/')).toMatchObject({ type: 'text/html; charset=utf-8', bytes: 1 });
  expect(await locateStatic(root, '/assets/a%20b.js')).toMatchObject({
    type: 'text/javascript; charset=utf-8',
  });
});

it('finds neither what lies outside, nor folders, nor kinds that no interface has', async () => {
  const paths = [
    '/../outside.js',
    '/..%2foutside.js',
    '/../renderer-not/x.js',
    '/link.js',
    '/assets',
    '/notes.secret',
    '/..%5coutside.js',
    '/index.html%00.js',
    '/%ff',
  ];
  for (const path of paths) expect(await locateStatic(root, path), path).toBeNull();
});

it('whatever the path, a file that is found lies in the folder', async () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '..%2f',
    '',
    'assets',
    'a b.js',
    'outside.js',
    'renderer-not',
    'x.js',
    'link.js',
    'index.html',
    '%5c..',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
      const found = await locateStatic(root, `/${parts.join('/')}`);
      expect(found === null || found.path.startsWith(root + sep)).toBe(true);
    }),
  );
});
