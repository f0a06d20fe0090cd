import { readSync } from 'node:fs';
import { type Codec, codecOf, type Encoding } from './codec.ts';
import { ColumnBlock, StoryColumns } from './story-columns.ts';

/** The columns of an index that another thread filled. */
export function columnsOver(blocks: SharedArrayBuffer[], count: number): StoryColumns {
  const columns = new StoryColumns();
  columns.blocks.push(...blocks.map((memory) => new ColumnBlock(memory)));
  columns.count = count;
  return columns;
}

const CHUNK = 1 << 20;

/** Reads the texts of stories one after another, with few calls to the system. */
export class StoryReader {
  private readonly fd: number;
  private readonly codec: Codec;
  private buffer = Buffer.allocUnsafe(CHUNK);
  private base = 0;
  private filled = 0;

  constructor(fd: number, encoding: Encoding) {
    this.fd = fd;
    this.codec = codecOf(encoding);
  }

  /** The text of a byte range; quick when ranges come in order. */
  text(start: number, end: number): string {
    if (start < this.base || end > this.base + this.filled) {
      if (end - start > this.buffer.length) this.buffer = Buffer.allocUnsafe(end - start);
      this.filled = readSync(this.fd, this.buffer, 0, this.buffer.length, start);
      this.base = start;
    }
    return this.codec.decode(this.buffer, start - this.base, Math.min(end - this.base, this.filled));
  }
}
