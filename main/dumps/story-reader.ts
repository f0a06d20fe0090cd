import { readSync } from 'node:fs';
import { ColumnBlock, StoryColumns } from './story-columns.ts';

/** The columns of an index that another thread filled. */
export function columnsOver(blocks: SharedArrayBuffer[], count: number): StoryColumns {
  const columns = new StoryColumns();
  columns.blocks.push(...blocks.map((memory) => new ColumnBlock(memory)));
  columns.count = count;
  return columns;
}

const CHUNK = 1 << 20;

/** Reads the bytes of stories one after another, with few calls to the system. */
export class StoryBytes {
  private readonly fd: number;
  private buffer = Buffer.allocUnsafe(CHUNK);
  private base = 0;
  private filled = 0;

  constructor(fd: number) {
    this.fd = fd;
  }

  /** Where a byte range of the file stands in a buffer, which holds until the next call; quick when ranges come in order. */
  read(start: number, end: number): { bytes: Buffer; start: number; end: number } {
    if (start < this.base || end > this.base + this.filled) {
      if (end - start > this.buffer.length) this.buffer = Buffer.allocUnsafe(end - start);
      this.filled = readSync(this.fd, this.buffer, 0, this.buffer.length, start);
      this.base = start;
    }
    return { bytes: this.buffer, start: start - this.base, end: Math.min(end - this.base, this.filled) };
  }
}
