import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { UratoriError } from '../../app/problem.ts';
import type { DumpBytes } from './dump-bytes.ts';
import type { DumpSource } from './dump-source.ts';

/** A dump's file: opened once, and never read after it has changed. */
export class DumpFile implements DumpSource, DumpBytes {
  readonly kind = 'file';
  readonly path: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  /** When the file was last touched in any way: a program can set the other time back, but not this one. */
  readonly ctimeMs: number;
  private readonly handle: FileHandle;
  private closed = false;
  /** Why it cannot be read any more, as far as was seen by now. */
  refusal: UratoriError | null = null;
  /** Called when `refusal` comes or goes. */
  onRefusal: () => void = () => {};

  private constructor(path: string, handle: FileHandle, stats: Stats) {
    this.path = path;
    this.handle = handle;
    this.bytes = stats.size;
    this.mtimeMs = stats.mtimeMs;
    this.ctimeMs = stats.ctimeMs;
  }

  /** @throws UratoriError `dump-not-found`, `dump-not-readable`, `dump-empty` {path} */
  static async open(path: string): Promise<DumpFile> {
    let handle: FileHandle;
    try {
      const stats = await stat(path);
      // Opening a pipe would wait for a writer for ever.
      if (!stats.isFile()) throw new UratoriError('dump-not-readable', { path, detail: 'not a file' });
      handle = await open(path, 'r');
    } catch (thrown) {
      throw readingProblem(thrown, path);
    }
    const stats = await handle.stat();
    if (stats.size > 0) return new DumpFile(path, handle, stats);
    await handle.close();
    throw new UratoriError('dump-empty', { path });
  }

  /** Up to `length` bytes at a byte position; fewer only at the file's end. */
  async read(position: number, length: number): Promise<Buffer> {
    if (this.closed) throw new UratoriError('dump-not-open', { path: this.path });
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.bytes - position)));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await this.handle.read(bytes, filled, bytes.length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }

  /**
   * @throws UratoriError `dump-changed-while-open` {path}: what the index says no longer holds; `dump-not-found`,
   * `dump-not-readable`: there is nothing at its place any more, or it may not be looked at
   */
  async check(): Promise<void> {
    const refusal = await this.whyNot();
    const known = this.refusal?.code;
    this.refusal = refusal;
    if (known !== refusal?.code) this.onRefusal();
    if (refusal) throw refusal;
  }

  private async whyNot(): Promise<UratoriError | null> {
    const { path } = this;
    try {
      const stats = await stat(path);
      const same = stats.size === this.bytes && stats.mtimeMs === this.mtimeMs;
      return same ? null : new UratoriError('dump-changed-while-open', { path });
    } catch (thrown) {
      return readingProblem(thrown, path);
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.handle.close();
  }
}

/** Why a path cannot be read. */
export function readingProblem(thrown: unknown, path: string): UratoriError {
  if (thrown instanceof UratoriError) return thrown;
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UratoriError('dump-not-found', { path }, { cause: thrown });
  return new UratoriError('dump-not-readable', { path, detail: code ?? String(thrown) }, { cause: thrown });
}
