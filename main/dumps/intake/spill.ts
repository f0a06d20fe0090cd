import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, type TemporaryFolder } from '../../temporary-folder.ts';
import { FileAccess, MemoryAccess } from './file-access.ts';
import type { RandomAccess, Report, Source } from './source.ts';

/**
 * What can only be read from front to end, at any place: in memory while it is small, else in a temporary file that is
 * gone once it is closed.
 */
export async function spill(source: Source, inMemory: number, report: Report): Promise<RandomAccess> {
  const parts: Uint8Array[] = [];
  let have = 0;
  let file: TemporaryFile | null = null;
  try {
    for await (const chunk of source.read(report)) {
      have += chunk.length;
      if (file === null && have <= inMemory) {
        parts.push(chunk);
        continue;
      }
      file ??= await TemporaryFile.create();
      await file.write([...parts.splice(0), chunk]);
    }
    return file === null ? new MemoryAccess(Buffer.concat(parts)) : await file.access();
  } catch (thrown) {
    await file?.remove();
    throw thrown;
  }
}

class TemporaryFile {
  private readonly folder: TemporaryFolder;
  private readonly path: string;

  private constructor(folder: TemporaryFolder) {
    this.folder = folder;
    this.path = join(folder.path, 'archive');
  }

  static async create(): Promise<TemporaryFile> {
    return new TemporaryFile(await makeTemporaryFolder());
  }

  async write(chunks: readonly Uint8Array[]): Promise<void> {
    for (const chunk of chunks) await appendFile(this.path, chunk);
  }

  async access(): Promise<RandomAccess> {
    const file = await FileAccess.open(this.path);
    return {
      bytes: file.bytes,
      read: (position, length) => file.read(position, length),
      close: async () => {
        await file.close();
        await this.remove();
      },
    };
  }

  async remove(): Promise<void> {
    await this.folder.remove();
  }
}
