import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Hex SHA-256 of a file's bytes; the empty string when stopped. */
export async function hashFile(path: string, stopped: () => boolean): Promise<string> {
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
