import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { containerOf, entriesOf } from '../../../../../main/dumps/intake/intake.ts';
import { LIMITS } from '../../../../../main/dumps/intake/limits.ts';
import { fileOf, folder, temporaryFiles, zipOf } from './support.ts';

/** Where the system lists what a process has open. */
const OPEN = '/proc/self/fd';
const openFiles = () => (existsSync(OPEN) ? readdirSync(OPEN).length : 0);

const long = 'x'.repeat(1_000_000);
const record = `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: urn:x\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n`;

async function dumps(): Promise<string[]> {
  const zip = await zipOf([
    { name: 'a.txt', content: long },
    { name: 'b.txt', content: long, stored: true },
  ]);
  const path = mkdtempSync(join(folder, 'folder-'));
  mkdirSync(join(path, 'inner'));
  writeFileSync(join(path, 'inner', 'a.zip'), zip);
  writeFileSync(join(path, 'b.txt'), long);
  return [
    path,
    fileOf(long),
    fileOf(zip),
    fileOf(await zipOf([{ name: 'inner.zip', content: zip }])),
    fileOf(gzipSync(long)),
    fileOf(gzipSync(record.repeat(50_000))),
    fileOf(record.repeat(50_000)),
  ];
}

describe('leaving an intake', () => {
  it('in the middle of an entry closes every file and removes what was unpacked', async () => {
    const paths = await dumps();
    const before = openFiles();
    for (const path of paths) {
      await containerOf(path);
      for await (const entry of entriesOf(path, { encoding: null, limits: { ...LIMITS, inMemory: 1000 } })) {
        if ('code' in entry) throw new Error(entry.code);
        await entry.head();
        for await (const chunk of entry.text()) {
          expect(chunk).not.toBe('');
          break;
        }
        break;
      }
    }
    // Threads that unpack are told to stop, and do so when they look.
    for (let tries = 0; tries < 100 && openFiles() > before; tries++) await setTimeout(10);
    expect(openFiles()).toBe(before);
    expect(temporaryFiles()).toEqual([]);
  });
});
