import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepCache } from '../../../../main/dumps/cache-sweep.ts';
import { folder, post, withDump } from './dump-files.ts';

const DAY = 24 * 3600 * 1000;
const NOW = Date.now();

async function cacheOfThree(): Promise<{ cacheFolder: string; open: (number: number) => Promise<unknown> }> {
  const cacheFolder = mkdtempSync(join(folder, 'cache-'));
  const dumps = [1, 2, 3].map((number) => {
    const dump = mkdtempSync(join(folder, 'folder-'));
    writeFileSync(join(dump, 'a.txt'), post(`話 ${number}`).repeat(500));
    return dump;
  });
  const open = (number: number) => withDump(dumps[number] ?? '', { cacheFolder }, (dump) => dump.sha256());
  for (const number of [0, 1, 2]) await open(number);
  return { cacheFolder, open };
}
const age = (cacheFolder: string, days: number) => {
  for (const name of readdirSync(cacheFolder)) {
    const at = new Date(NOW - days * DAY);
    utimesSync(join(cacheFolder, name), at, at);
  }
};
const spools = (cacheFolder: string) => readdirSync(cacheFolder).filter((name) => name.endsWith('.spool'));
const bytesOf = (cacheFolder: string) =>
  readdirSync(cacheFolder).reduce((sum, name) => sum + statSync(join(cacheFolder, name)).size, 0);

it('leaves a cache alone that is within its limit', async () => {
  const { cacheFolder } = await cacheOfThree();
  age(cacheFolder, 30);
  const before = readdirSync(cacheFolder);
  await sweepCache(cacheFolder, { bytes: 1 << 30, recentMs: DAY }, NOW);
  expect(readdirSync(cacheFolder)).toEqual(before);
});

it('takes away first what was opened longest ago, with its spool', async () => {
  const { cacheFolder, open } = await cacheOfThree();
  age(cacheFolder, 30);
  await open(1);
  await sweepCache(cacheFolder, { bytes: bytesOf(cacheFolder) / 2, recentMs: DAY }, NOW);
  expect(spools(cacheFolder)).toHaveLength(1);
  const [left = ''] = spools(cacheFolder);
  await open(1);
  expect(spools(cacheFolder)).toEqual([left]);
});

it('never takes what was used a moment ago', async () => {
  const { cacheFolder } = await cacheOfThree();
  await sweepCache(cacheFolder, { bytes: 0, recentMs: DAY }, NOW);
  expect(spools(cacheFolder)).toHaveLength(3);
});

it('takes what nobody has an index of, once it is old', async () => {
  const { cacheFolder } = await cacheOfThree();
  writeFileSync(join(cacheFolder, 'left-over.spool'), 'x');
  writeFileSync(join(cacheFolder, 'left-over.tmp'), 'x');
  await sweepCache(cacheFolder, { bytes: 1 << 30, recentMs: DAY }, NOW);
  expect(spools(cacheFolder)).toHaveLength(4);
  age(cacheFolder, 2);
  await sweepCache(cacheFolder, { bytes: 1 << 30, recentMs: DAY }, NOW);
  expect(readdirSync(cacheFolder).filter((name) => name.startsWith('left-over'))).toEqual([]);
  expect(spools(cacheFolder)).toHaveLength(3);
});

it('says nothing of a folder that is not there', async () => {
  await sweepCache(join(folder, 'nowhere'), { bytes: 0, recentMs: 0 }, NOW);
});
