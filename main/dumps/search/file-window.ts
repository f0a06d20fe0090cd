import { readSync } from 'node:fs';

const CHUNK = 1 << 20;

/** A run of a file's bytes in memory, moved on from place to place. Positions are bytes of the file. */
export class FileWindow {
  readonly bytes: Buffer;
  /** Where in the file the run begins, and how long it is. */
  base = 0;
  filled = 0;
  private readonly fd: number;
  private readonly before: number;
  private readonly from: number;
  private to: number;

  /**
   * @param before bytes that are kept in front of where a search goes on
   * @param behind bytes that are there, if the file has them, behind where it may find something
   * @param from first byte of the file that is of interest
   * @param to the one behind the last
   */
  constructor(fd: number, before: number, behind: number, from: number, to: number) {
    this.fd = fd;
    this.before = before;
    this.from = from;
    this.to = to;
    this.bytes = Buffer.allocUnsafe(CHUNK + before + behind);
  }

  /** Has the bytes from `position` on, and some in front of it. */
  moveTo(position: number): void {
    this.base = Math.max(this.from, position - this.before);
    this.filled = 0;
    const wanted = Math.min(this.bytes.length, this.to - this.base);
    while (this.filled < wanted) {
      const read = readSync(this.fd, this.bytes, this.filled, wanted - this.filled, this.base + this.filled);
      if (read === 0) {
        // Shorter than it was: whoever asked hears of it from the dump.
        this.to = this.end;
        break;
      }
      this.filled += read;
    }
  }

  get end(): number {
    return this.base + this.filled;
  }

  /** Nothing follows. */
  get isLast(): boolean {
    return this.end >= this.to;
  }

  has(start: number, end: number): boolean {
    return start >= this.base && end <= this.end;
  }
}
