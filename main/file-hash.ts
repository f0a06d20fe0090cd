import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { UratoriError } from '../app/problem.ts';

/**
 * SHA-256 (lower-case hexadecimal) and size in bytes of a file, read as a stream.
 * @throws UratoriError `file-not-readable` (params `path`, `detail`), or the reason of `signal`
 */
export async function hashFile(
  path: string,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch (thrown) {
    signal?.throwIfAborted();
    throw new UratoriError(
      'file-not-readable',
      { path, detail: (thrown as Error).message },
      { cause: thrown },
    );
  }
  return { sha256: hash.digest('hex'), bytes };
}
