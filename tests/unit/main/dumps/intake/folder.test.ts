import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerOf, entriesOf } from '../../../../../main/dumps/intake/intake.ts';
import { comparePaths } from '../../../../../main/dumps/intake/natural-order.ts';
import { codesOf, fileOf, folder, take, textOf, textsOf, zipOf } from './support.ts';

function folderOf(files: Record<string, string | Uint8Array>): string {
  const path = mkdtempSync(join(folder, 'folder-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

describe('a folder', () => {
  it('gives its files and those of its folders, numbers in names by their value', async () => {
    const names = [
      'data/tweets-part10.js',
      'data/tweets.js',
      'data/tweets-part2.js',
      'data/あ/a.txt',
      'b.txt',
      'a.txt',
    ];
    const path = folderOf(Object.fromEntries(names.map((name) => [name, name])));
    const taken = await take(path);
    expect(taken.entries.map(({ name }) => name)).toEqual([
      'a.txt',
      'b.txt',
      'data/tweets.js',
      'data/tweets-part2.js',
      'data/tweets-part10.js',
      'data/あ/a.txt',
    ]);
    expect(textsOf(taken)).toEqual(Object.fromEntries(names.map((name) => [name, name])));
    expect(await containerOf(path)).toBe('folder');
  });

  it('leaves out what is hidden, empty or junk', async () => {
    const path = folderOf({
      '.git/config': 'x',
      'node_modules/a/a.js': 'x',
      '.DS_Store': 'x',
      'photo.jpg': 'x',
      'empty.txt': '',
      'a.txt': 'x',
    });
    expect(textsOf(await take(path))).toEqual({ 'a.txt': 'x' });
  });

  it('does not follow a link that leads out, nor one that leads in circles, nor to the same file twice', async () => {
    const outside = folderOf({ 'secret.txt': 'secret' });
    const path = folderOf({ 'a.txt': 'a', 'in/b.txt': 'b', '.kept/c.txt': 'c' });
    symlinkSync(outside, join(path, 'out'));
    symlinkSync(join(outside, 'secret.txt'), join(path, 'secret.txt'));
    symlinkSync(path, join(path, 'in', 'circle'));
    symlinkSync('a.txt', join(path, 'latest.txt'));
    symlinkSync('nowhere', join(path, 'broken'));
    symlinkSync(join(path, '.kept'), join(path, 'seen'));
    const taken = await take(path);
    expect(textsOf(taken)).toEqual({ 'a.txt': 'a', 'in/b.txt': 'b', 'seen/c.txt': 'c' });
    expect(taken.problems.map(({ code, params }) => [code, params.entry]).sort()).toEqual([
      ['entry-not-readable', 'broken'],
      ['entry-unsafe-name', 'out'],
      ['entry-unsafe-name', 'secret.txt'],
    ]);
  });

  it('gives what is in its archives', async () => {
    const path = folderOf({
      'a.zip': await zipOf([{ name: 'inner/a.txt', content: 'zipped' }]),
      'b.jsonl.gz': gzipSync('{}'),
    });
    expect(textsOf(await take(path))).toEqual({ 'a.zip/inner/a.txt': 'zipped', 'b.jsonl': '{}' });
  });

  it('gives an entry those beside it, and nothing from outside', async () => {
    const path = folderOf({ 'data/account.js': 'account', 'data/tweets.js': 'tweets', 'c.txt': 'c' });
    for await (const entry of entriesOf(path, { encoding: null })) {
      if ('code' in entry || entry.name !== 'data/tweets.js') continue;
      expect(await entry.siblings()).toEqual(['account.js', 'tweets.js']);
      expect(await textOf(await entry.sibling('account.js'))).toBe('account');
      expect(await entry.sibling('../../../etc/passwd')).toBeNull();
    }
  });

  it('tells how far it is, up to all of its bytes', async () => {
    const path = folderOf({ 'a.txt': 'x'.repeat(100_000), 'b.jpg': 'y'.repeat(500), 'c.txt': 'z' });
    const told: number[] = [];
    await take(path, { progress: (bytes) => told.push(bytes) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(100_501);
  });
});

describe('a lone file', () => {
  it('is one entry of its own name, readable again and again, with nothing beside it', async () => {
    const path = fileOf(`港の話\n${'x'.repeat(200_000)}`, '港.txt');
    for await (const entry of entriesOf(path, { encoding: null })) {
      if ('code' in entry) throw new Error(entry.code);
      expect(entry).toMatchObject({ name: '港.txt', bytes: 200_010, url: null, date: null, mediaType: null });
      const head = await entry.head();
      expect([head.bytes.length, head.whole, head.text.slice(0, 4)]).toEqual([1 << 16, false, '港の話\n']);
      expect(await textOf(entry)).toBe(await textOf(entry));
      expect(await entry.siblings()).toEqual(['港.txt']);
      expect(await entry.sibling('other.txt')).toBeNull();
    }
  });

  it('that is in no encoding says how much and where', async () => {
    const taken = await take(fileOf(Buffer.from('港\xff\n港', 'utf8').subarray(0, 9)));
    expect(taken.problems).toEqual([]);
    const bytes = Buffer.concat([Buffer.from('港の話'), Buffer.from([0xff, 0xfe])]);
    expect((await take(fileOf(bytes, 'a.txt'))).problems).toEqual([
      { code: 'entry-invalid-text', params: { entry: 'a.txt', encoding: 'UTF-8', count: 2, byte: 9 } },
    ]);
  });

  it('that is not there is refused', async () => {
    await expect(take(join(folder, 'missing'))).rejects.toMatchObject({ code: 'dump-not-found' });
    await expect(containerOf(join(folder, 'missing'))).rejects.toMatchObject({ code: 'dump-not-found' });
    expect(codesOf(await take(fileOf('')))).toEqual([]);
  });
});

describe('the order of paths', () => {
  const path = fc
    .array(fc.stringMatching(/^[a-zA-Z0-9港.-]{1,4}$/), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('/'));

  it('is total', () => {
    fc.assert(
      fc.property(path, path, path, (a, b, c) => {
        expect(Math.sign(comparePaths(a, b))).toBe(-Math.sign(comparePaths(b, a)));
        expect(comparePaths(a, b) === 0).toBe(a === b);
        if (comparePaths(a, b) <= 0 && comparePaths(b, c) <= 0)
          expect(comparePaths(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
