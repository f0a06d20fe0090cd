import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyAttachments, keepAttachment } from '../../../../main/project/attachments.ts';
import { canMount, setReadOnly, smallDisk } from './disks.ts';
import { codeOf, testFolder } from './helpers.ts';

const filled = async (path: string, bytes: number) => {
  await writeFile(path, Buffer.alloc(bytes, path));
  return path;
};

describe.skipIf(!canMount)('attachments on a disk that fails (needs to mount a small one)', () => {
  test('are refused by a full disk without a half one, and taken once there is space', async () => {
    const folder = smallDisk(128);
    const file = join(folder, 'p.uratori');
    const source = await filled(join(await testFolder(), 'large.bin'), 300 * 1024);
    expect(await codeOf(keepAttachment(file, source))).toBe('disk-full');
    expect(await readdir(`${file}.files`)).toEqual([]);
    const small = await filled(join(await testFolder(), 'small.bin'), 1024);
    expect((await keepAttachment(file, small)).bytes).toBe(1024);
  });

  test('that do not all fit elsewhere are taken back there, and stay here', async () => {
    const here = join(await testFolder(), 'p.uratori');
    for (const name of ['a', 'b', 'c'])
      await keepAttachment(here, await filled(join(await testFolder(), name), 60 * 1024));
    const there = join(smallDisk(128), 'p.uratori');
    expect(await codeOf(copyAttachments(here, there))).toBe('disk-full');
    expect(await stat(`${there}.files`).catch(() => null)).toBeNull();
    expect(await readdir(`${here}.files`)).toHaveLength(3);
  });

  test('are refused by a folder that is read-only, which says so', async () => {
    const folder = smallDisk(128);
    const source = await filled(join(await testFolder(), 'a'), 10);
    setReadOnly(folder, true);
    expect(await codeOf(keepAttachment(join(folder, 'p.uratori'), source))).toBe('project-folder-read-only');
  });
});
