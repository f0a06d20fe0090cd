import { createReadStream, type Dirent } from 'node:fs';
import { lstat, mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UratoriError } from '../../app/problem.ts';
import { syncFolder, writeDurably } from '../durable-file.ts';
import { hashFile } from '../file-hash.ts';
import { fileNameFor } from '../file-name.ts';
import { attachmentsFolder, realPlace } from './paths.ts';
import { isReadOnlyPlace, writeProblem } from './write-problem.ts';

/** `<SHA-256>-<name>`: what a file holds is in its name, so that one is kept once, and a changed one is found out. */
const ATTACHMENT = /^([0-9a-f]{64})-(.+)$/su;

export interface Attachment {
  /** As the file was called where it came from. */
  name: string;
  /** Lower-case hexadecimal. */
  sha256: string;
  bytes: number;
}

/**
 * Copies a file into the attachments folder of a project; one that is there already, under whatever name, is not
 * copied again. The copy is durable once it resolves.
 * @throws UratoriError `file-not-readable`, `disk-full`, `write-failed`, `project-folder-missing`,
 * `project-folder-read-only`: then nothing is there that was not before
 */
export async function keepAttachment(projectFile: string, path: string): Promise<Attachment> {
  const { sha256, bytes } = await hashFile(path);
  const name = basename(path);
  const folder = await madeFolder(projectFile);
  const there = await attachmentIn(folder, sha256);
  if (there === null || (await hashFile(there)).sha256 !== sha256) {
    const written = await copied(path, there ?? join(folder, `${sha256}-${fileNameFor(name)}`));
    if (written.sha256 !== sha256) {
      await rm(written.path, { force: true });
      throw new UratoriError('file-not-readable', { path, detail: 'it changed while it was read' });
    }
  }
  return { name, sha256, bytes };
}

/** Where an attachment stands, by its SHA-256; null where the project's folder does not have it. */
export async function attachmentOf(projectFile: string, sha256: string): Promise<string | null> {
  return attachmentIn(await folderOf(projectFile), sha256);
}

/** `changed`: there is a file of that name, and it holds something else. Reads the whole file. */
export async function attachmentState(
  projectFile: string,
  sha256: string,
): Promise<'kept' | 'missing' | 'changed'> {
  const path = await attachmentOf(projectFile, sha256);
  if (path === null) return 'missing';
  return (await hashFile(path)).sha256 === sha256 ? 'kept' : 'changed';
}

/** The name that a person knows an attachment by. */
export function nameOfAttachment(path: string): string {
  return ATTACHMENT.exec(basename(path))?.[2] ?? basename(path);
}

/**
 * Brings the attachments of a project to a project file elsewhere; what is there stays. Gives the undo.
 * @throws UratoriError as `keepAttachment` does: then no new file is there
 */
export async function copyAttachments(fromFile: string, toFile: string): Promise<() => Promise<void>> {
  const from = await folderOf(fromFile);
  const names = await namesIn(from);
  const made: string[] = [];
  const undo = async () => {
    for (const path of made) await rm(path, { force: true });
    if (made.length > 0) await rmdir(await folderOf(toFile)).catch(() => undefined);
  };
  if (names.length === 0) return undo;
  const to = await madeFolder(toFile);
  try {
    for (const name of names) {
      const sha256 = name.slice(0, 64);
      if ((await attachmentIn(to, sha256)) !== null) continue;
      made.push((await copied(join(from, name), join(to, name))).path);
    }
  } catch (thrown) {
    await undo();
    throw thrown;
  }
  return undo;
}

/** Deletes the attachments of a project, and the folder where nothing else is in it. */
export async function removeAttachments(projectFile: string): Promise<void> {
  const folder = await folderOf(projectFile);
  for (const name of await namesIn(folder)) await rm(join(folder, name), { force: true });
  await rmdir(folder).catch(() => undefined);
}

async function folderOf(projectFile: string): Promise<string> {
  return attachmentsFolder(await realPlace(projectFile));
}

async function attachmentIn(folder: string, sha256: string): Promise<string | null> {
  const name = (await namesIn(folder)).find((each) => each.startsWith(`${sha256}-`));
  return name === undefined ? null : join(folder, name);
}

/** Regular files only: a link, in a folder that came from somebody else, may lead anywhere. */
async function namesIn(folder: string): Promise<string[]> {
  if (!(await isFolder(folder))) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  return entries
    .filter((entry) => entry.isFile() && ATTACHMENT.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

async function madeFolder(projectFile: string): Promise<string> {
  const folder = await folderOf(projectFile);
  const beside = dirname(folder);
  try {
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new UratoriError('project-folder-missing', { path: beside });
      if (error.code !== 'EEXIST') throw error;
    });
    if (!(await isFolder(folder)))
      throw new UratoriError('write-failed', { path: folder, detail: 'not a folder' });
    await syncFolder(beside);
    return folder;
  } catch (thrown) {
    if (!isReadOnlyPlace(thrown)) throw writeProblem(thrown, folder);
    throw new UratoriError('project-folder-read-only', { path: beside }, { cause: thrown });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function copied(from: string, to: string) {
  try {
    return await writeDurably(to, contentOf(from));
  } catch (thrown) {
    throw writeProblem(thrown, to);
  }
}

/** @throws UratoriError `file-not-readable` */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk as Buffer;
  } catch (thrown) {
    throw new UratoriError(
      'file-not-readable',
      { path, detail: (thrown as Error).message },
      { cause: thrown },
    );
  }
}
