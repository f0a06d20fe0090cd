import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { UratoriError } from '../../app/problem.ts';

/**
 * Refuses a target that is one of `kept` (dumps, the project file), by whatever name or link, or that is one of the
 * files that stand beside the project file and belong to it.
 * @throws UratoriError `export-target-is-dump` (params `path`)
 */
export async function mustNotBe(
  target: string,
  kept: readonly string[],
  projectFile: string | null,
): Promise<void> {
  const path = await place(target);
  const project = projectFile === null ? null : await place(projectFile);
  const files = await Promise.all([...kept, ...(projectFile === null ? [] : [projectFile])].map(place));
  const belongs = project !== null && path.startsWith(`${project}.`);
  const same = await Promise.all(files.map((file) => file === path || isSameFile(file, path)));
  if (belongs || same.includes(true)) throw new UratoriError('export-target-is-dump', { path: target });
}

/**
 * Refuses to replace a file that is no report by its name: somebody's other project, or a dump that no project knows.
 * @throws UratoriError `export-target-exists` (params `path`)
 */
export async function mustBeReport(target: string): Promise<void> {
  const path = await place(target);
  if (!mayBeReport(path) && (await isFilled(path))) {
    throw new UratoriError('export-target-exists', { path: target });
  }
}

/**
 * Refuses a place where there is anything but an empty folder or file: somebody may have worked on what was exported
 * to other tools, and nothing of theirs is known here.
 * @throws UratoriError `export-place-taken` (params `path`)
 */
export async function mustBeFree(path: string): Promise<void> {
  const stats = await stat(path).catch(() => null);
  if (stats === null || (stats.isFile() && stats.size === 0)) return;
  const names = stats.isDirectory() ? await readdir(path) : [path];
  if (names.length > 0) throw new UratoriError('export-place-taken', { path });
}

/** By its name; one without an extension tells nothing. */
function mayBeReport(path: string): boolean {
  return ['', '.html', '.htm', '.pdf', '.docx', '.md', '.markdown', '.json', '.tmx', '.tbx'].includes(
    extname(path).toLowerCase(),
  );
}

async function isFilled(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile() && found.size > 0,
    () => false,
  );
}

async function place(path: string): Promise<string> {
  const absolute = resolve(path);
  const folder = () => realpath(dirname(absolute)).catch(() => dirname(absolute));
  return realpath(absolute).catch(async () => join(await folder(), basename(absolute)));
}

/** Two names of one file: hard links, or spellings that a file system takes for the same. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all(
    [a, b].map((path) => stat(path, { bigint: true }).catch(() => null)),
  );
  return !!left && !!right && left.ino !== 0n && left.ino === right.ino && left.dev === right.dev;
}

/**
 * Refuses to replace a file whose name ends otherwise. One without an extension tells nothing.
 * @throws UratoriError `export-target-exists` (params `path`)
 */
export async function mustBeNamed(target: string, extensions: readonly string[]): Promise<void> {
  const path = await place(target);
  if (!['', ...extensions].includes(extname(path).toLowerCase()) && (await isFilled(path))) {
    throw new UratoriError('export-target-exists', { path: target });
  }
}
