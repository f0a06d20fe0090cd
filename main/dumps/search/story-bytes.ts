import { readSync } from 'node:fs';

const CHUNK = 1 << 20;
/** Stories this near to each other are read together. In bytes. */
const NEAR = 1 << 16;

/** Bytes of stories, one after another. What is returned holds until the next call. */
export class StoryBytes {
  private readonly fd: number;
  private buffer = Buffer.allocUnsafe(CHUNK);
  private base = 0;
  private filled = 0;

  constructor(fd: number) {
    this.fd = fd;
  }

  read(start: number, end: number): { bytes: Buffer; start: number; end: number } {
    const last = this.base + this.filled;
    if (start < this.base || end > last) {
      const isNear = start >= this.base && start <= last + NEAR;
      this.fill(start, isNear ? Math.max(CHUNK, end - start) : end - start);
    }
    return { bytes: this.buffer, start: start - this.base, end: Math.min(end - this.base, this.filled) };
  }

  private fill(start: number, length: number): void {
    if (length > this.buffer.length) this.buffer = Buffer.allocUnsafe(length);
    this.base = start;
    this.filled = 0;
    while (this.filled < length) {
      const read = readSync(this.fd, this.buffer, this.filled, length - this.filled, start + this.filled);
      if (read === 0) break;
      this.filled += read;
    }
  }
}
