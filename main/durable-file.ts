import { createHash } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UratoriError } from '../app/problem.ts';
import { claimTemporaryName, removeStaleTemporaries } from './temporary-files.ts';

export interface Written {
  /** The file that was written: absolute, symbolic links followed. */
  path: string;
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

/** Bytes gathered before a write: a generator may give a word at a time. */
const WRITE_SIZE = 256 * 1024;

/**
 * Writes a whole file or nothing: into a temporary file beside the target, fsync, rename over the target, fsync of the
 * folder. Whoever opens the target, at any moment and after any crash, finds the old file or the new one. `chunks`
 * is read only as fast as the disk takes it. Temporary files that killed runs left in the folder are removed.
 * @throws UratoriError `export-folder-missing`, `disk-full`, `write-failed` (params `path`, and `detail`), whatever
 * `chunks` throws, or the reason of `signal`; then the target is untouched and no temporary file stays
 */
export async function writeDurably(
  path: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  options: { signal?: AbortSignal } = {},
): Promise<Written> {
  const { target, mode } = await existing(resolve(path));
  const folder = dirname(target);
  await removeStaleTemporaries(folder);
  const temporary = claimTemporaryName();
  const temporaryPath = join(folder, temporary.name);
  try {
    const file = await open(temporaryPath, 'wx', mode).catch((error) => refuse(error, target));
    let written: Omit<Written, 'path'>;
    try {
      written = await writeAll(file, target, chunks, options.signal);
    } finally {
      await file.close();
    }
    await rename(temporaryPath, target).catch((error) => refuse(error, target));
    await syncFolder(folder);
    return { path: target, ...written };
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error;
  } finally {
    temporary.release();
  }
}

/**
 * Writes a file that is not there yet and fsyncs it: for folders that nobody knows of before they are renamed, where
 * every file needs no temporary one of its own.
 * @throws UratoriError as `writeDurably`
 */
export async function writeNew(
  path: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  options: { signal?: AbortSignal } = {},
): Promise<Written> {
  const file = await open(path, 'wx').catch((error) => refuse(error, path));
  try {
    return { path, ...(await writeAll(file, path, chunks, options.signal)) };
  } finally {
    await file.close();
  }
}

/** Where the bytes really go, and the mode to keep. A device or a pipe is refused: a rename would replace it by a file. */
async function existing(path: string): Promise<{ target: string; mode: number }> {
  const target = await realpath(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') return refuse(error, path);
    const folder = await realpath(dirname(path)).catch((missing) => refuse(missing, path));
    return join(folder, basename(path));
  });
  const stats = await stat(target).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? null : refuse(error, path),
  );
  if (stats && !stats.isFile())
    throw new UratoriError('write-failed', { path, detail: 'not a regular file' });
  return { target, mode: stats ? stats.mode & 0o777 : 0o666 };
}

async function writeAll(
  file: FileHandle,
  target: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Omit<Written, 'path'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const drain = async () => {
    const buffer = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    hash.update(buffer);
    bytes += buffer.length;
    await file.writeFile(buffer).catch((error) => refuse(error, target));
  };
  signal?.throwIfAborted();
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    waiting.push(part);
    waitingBytes += part.length;
    if (waitingBytes >= WRITE_SIZE) await drain();
  }
  await drain();
  signal?.throwIfAborted();
  await file.sync().catch((error) => refuse(error, target));
  return { bytes, sha256: hash.digest('hex') };
}

/** Some network file systems cannot do it to a folder. */
const CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP']);

/** Makes a rename itself durable. Windows cannot open a folder, and needs no such step. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!CANNOT_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

function refuse(error: NodeJS.ErrnoException, path: string): never {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    throw new UratoriError('export-folder-missing', { path: dirname(path) }, { cause: error });
  }
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    throw new UratoriError('disk-full', { path }, { cause: error });
  }
  throw new UratoriError('write-failed', { path, detail: error.message }, { cause: error });
}
