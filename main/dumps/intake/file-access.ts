import { type FileHandle, open } from 'node:fs/promises';
import type { RandomAccess } from './source.ts';

/** A file, or a part of one, at any place. */
export class FileAccess implements RandomAccess {
  readonly bytes: number;
  private readonly handle: FileHandle;
  private readonly told: (bytes: number) => void;

  private constructor(handle: FileHandle, bytes: number, told: (bytes: number) => void) {
    this.handle = handle;
    this.bytes = bytes;
    this.told = told;
  }

  /** @param told called with the bytes of every reading. @throws NodeJS.ErrnoException */
  static async open(path: string, told: (bytes: number) => void = () => {}): Promise<FileAccess> {
    const handle = await open(path, 'r');
    try {
      return new FileAccess(handle, (await handle.stat()).size, told);
    } catch (thrown) {
      await handle.close();
      throw thrown;
    }
  }

  async read(position: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.bytes - position)));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await this.handle.read(bytes, filled, bytes.length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    this.told(filled);
    return bytes.subarray(0, filled);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

export class MemoryAccess implements RandomAccess {
  readonly bytes: number;
  private readonly content: Buffer;

  constructor(content: Buffer) {
    this.content = content;
    this.bytes = content.length;
  }

  async read(position: number, length: number): Promise<Buffer> {
    return this.content.subarray(position, position + length);
  }

  async close(): Promise<void> {}
}
