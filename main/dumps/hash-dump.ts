import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { filesIn } from './intake/folder-files.ts';

/**
 * Hex SHA-256 of a dump: of a file's bytes, or of a folder's list of files, a line `<SHA-256>  <name>` each in the
 * order of `filesIn` (what `sha256sum` prints). The empty string when stopped.
 */
export async function hashDump(path: string, stopped: () => boolean): Promise<string> {
  if (!(await stat(path)).isDirectory()) return hashFile(path, stopped);
  const hash = createHash('sha256');
  for await (const file of filesIn(path)) {
    hash.update(`${await hashFile(file.path, stopped)}  ${file.name}\n`);
    if (stopped()) return '';
  }
  return hash.digest('hex');
}

async function hashFile(path: string, stopped: () => boolean): Promise<string> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(1 << 21);
    while (!stopped()) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
    return '';
  } finally {
    await file.close();
  }
}
