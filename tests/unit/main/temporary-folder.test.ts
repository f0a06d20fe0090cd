import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimTemporaryName } from '../../../main/temporary-files.ts';
import { makeTemporaryFolder } from '../../../main/temporary-folder.ts';

const module = fileURLToPath(new URL('../../../main/temporary-folder.ts', import.meta.url));
/** A process with these temporary files: makes a folder with a file in it, and prints its path. */
const MAKE = `
import { writeFileSync } from 'node:fs';
const { makeTemporaryFolder } = await import(${JSON.stringify(module)});
const { path } = await makeTemporaryFolder();
writeFileSync(path + '/stories.spool', 'x');
console.log(path);
process.kill(process.pid, 'SIGKILL');
`;

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'uratori-temporary-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

function killedRun(): string {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', MAKE], {
    env: { ...process.env, TMPDIR: place, TEMP: place },
    encoding: 'utf8',
  });
  return stdout.trim();
}

it('what a killed run left is gone after the next one began, and what is in use or somebody else’s stays', async () => {
  const left = killedRun();
  const ours = claimTemporaryName();
  await mkdir(join(place, ours.name));
  // The process that runs this test is at work, however long ago it began.
  const yesterday = new Date(Date.now() - 2 * 24 * 3600 * 1000);
  await utimes(join(place, ours.name), yesterday, yesterday);
  await mkdir(join(place, 'another-program'));
  await writeFile(join(place, '.uratori-notes.tmp'), 'mine');
  expect(await readdir(left)).toEqual(['stories.spool']);
  const next = killedRun();
  const names = [left, next, join(place, ours.name)].map((path) => path.split(/[\\/]/u).at(-1));
  expect((await readdir(place)).sort()).toEqual(
    [...names.slice(1), '.uratori-notes.tmp', 'another-program'].sort(),
  );
  ours.release();
});

it.skipIf(process.platform === 'win32')('only this user may see into a temporary folder', async () => {
  const folder = await makeTemporaryFolder();
  expect((await stat(folder.path)).mode & 0o077).toBe(0);
  await folder.remove();
  await expect(stat(folder.path)).rejects.toThrow('ENOENT');
});
