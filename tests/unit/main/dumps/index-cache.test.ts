import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { dumpFile, folder, post, withDump } from './dump-files.ts';
import { exactly } from './searches.ts';

const written = (count: number) => Array.from({ length: count }, (_, index) => post(`話 ${index}`)).join('');

async function cached(content: string | Buffer) {
  const path = dumpFile(content);
  const cacheFolder = await mkdtemp(join(folder, 'cache-'));
  await withDump(path, { cacheFolder }, async () => {});
  const [name = ''] = readdirSync(cacheFolder);
  return { path, cacheFolder, index: join(cacheFolder, name) };
}

describe('the cached index', () => {
  it('is used instead of a scan, and says the same', async () => {
    const content = Buffer.concat([Buffer.from(written(300)), Buffer.from([0xff])]);
    const { path, cacheFolder, index } = await cached(content);
    const before = statSync(index).ino;
    const scanned = await withDump(path, {}, async (dump) => [
      await dump.rows([0, 299]),
      dump.problems,
      dump.sources,
    ]);
    const dump = await openDump(path, { cacheFolder });
    expect(dump.complete).toBe(true);
    expect([await dump.rows([0, 299]), dump.problems, dump.sources]).toEqual(scanned);
    expect((await dump.search(exactly('話 29'))).hits).toBe(11);
    await dump.close();
    // Another scan would have replaced it.
    expect(statSync(index).ino).toBe(before);
  });

  it('is not believed of a file that was changed behind its back: same size, same time', async () => {
    const { path, cacheFolder } = await cached(written(30));
    const { atime, mtime } = statSync(path);
    const before = await withDump(path, { cacheFolder }, (dump) => dump.sha256());
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('話', '語'));
    utimesSync(path, atime, mtime);
    const after = await withDump(path, { cacheFolder }, (dump) => dump.sha256());
    expect(after).not.toBe(before);
    expect(after).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  it('holds more stories than one block', async () => {
    const { path, cacheFolder } = await cached('a\n'.repeat(40_000));
    await withDump(path, { cacheFolder }, async (dump) => {
      expect(dump.count).toBe(40_000);
      expect((await dump.read(39_999)).byteStart).toBe(79_998);
    });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'with one other byte in its columns',
      (bytes) => Buffer.from(bytes).fill(0x5a, bytes.length - 9, bytes.length - 8),
    ],
    [
      'with another header',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('"count":30', '"count":29'), 'latin1'),
    ],
    ['of something else', () => Buffer.from('{"not":"an index"}'.repeat(50))],
  ])('%s is made anew', async (_what, damage) => {
    const { path, cacheFolder, index } = await cached(written(30));
    const good = readFileSync(index);
    writeFileSync(index, damage(good));
    await withDump(path, { cacheFolder }, async (dump) => expect(dump.count).toBe(30));
    expect(readFileSync(index).equals(good)).toBe(true);
  });

  it('of another state of the dump is not used', async () => {
    const { path, cacheFolder } = await cached(written(30));
    writeFileSync(path, written(31));
    await withDump(path, { cacheFolder }, async (dump) => expect(dump.count).toBe(31));
    utimesSync(path, 5, 5);
    await withDump(path, { cacheFolder }, async (dump) => expect(dump.count).toBe(31));
  });

  it('is kept for each rule', async () => {
    const { path, cacheFolder } = await cached(written(30));
    await withDump(path, { cacheFolder, rule: { kind: 'lines' } }, async (dump) =>
      expect(dump.count).toBe(60),
    );
    await withDump(path, { cacheFolder }, async (dump) => expect(dump.count).toBe(30));
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });

  it('that cannot be written does no harm', async () => {
    const path = dumpFile(written(3));
    await withDump(path, { cacheFolder: join(path, 'below-a-file') }, async (dump) =>
      expect(dump.count).toBe(3),
    );
  });
});

it('the digest is that of the bytes, and is kept', async () => {
  const { path, cacheFolder } = await cached(written(5));
  const expected = createHash('sha256').update(readFileSync(path)).digest('hex');
  await withDump(path, { cacheFolder }, async (dump) => expect(await dump.sha256()).toBe(expected));
  const kept = readdirSync(cacheFolder).find((name) => name.endsWith('.sha256')) ?? '';
  expect(readFileSync(join(cacheFolder, kept), 'utf8')).toContain(expected);
  await withDump(path, { cacheFolder }, async (dump) => expect(await dump.sha256()).toBe(expected));
});
