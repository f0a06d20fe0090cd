import type { ByteReader } from '../byte-reader.ts';
import type { RecordHeader, RecordSyntax } from './record-syntax.ts';

/** A record as it stands in the archive. */
export interface ArchiveRecord extends RecordHeader {
  /** Where it begins, in bytes of the unpacked archive. */
  position: number;
  /** Its bytes, no more than the limit. */
  block: Buffer;
  /** The block is larger than the limit. */
  cut: boolean;
}

/** Something that is not as it should be, at a byte of the unpacked archive. */
export interface Flaw {
  flaw: 'length' | 'no-record' | 'truncated';
  position: number;
}

interface Block extends Pick<ArchiveRecord, 'block' | 'cut'> {
  flaw: Flaw['flaw'] | null;
}

const LONGEST_HEADER = 1 << 18;
/** So far a start of a record is looked for at a time, and so much of it is looked at once more with what follows. */
const WINDOW = 1 << 18;
const OVERLAP = 1 << 13;
const BLANKS = /^[\r\n\t ]*/;

/**
 * Reads the records of a web archive, one at a time. Where a length is wrong or bytes are no record, it goes on with
 * the next thing that surely is one.
 */
export class RecordReader {
  private readonly reader: ByteReader;
  private readonly syntax: RecordSyntax;
  private readonly limit: number;

  /** @param limit bytes of a block that are kept */
  constructor(reader: ByteReader, syntax: RecordSyntax, limit: number) {
    this.reader = reader;
    this.syntax = syntax;
    this.limit = limit;
  }

  async *records(): AsyncGenerator<ArchiveRecord | Flaw> {
    const { reader } = this;
    let behindGap = false;
    for (;;) {
      await this.skipBlanks();
      const position = reader.position;
      if ((await reader.peek(OVERLAP)).length === 0) {
        if (!(await reader.isAtGap())) return;
        reader.passGap();
        behindGap = true;
        continue;
      }
      const header = await this.header();
      if (header === null) {
        // Whoever reported the gap has told of this.
        if (!behindGap) yield { flaw: 'no-record', position };
        reader.skip(1);
        await this.passTo(() => {});
      } else {
        const { block, cut, flaw } = await this.block(header.length);
        if (flaw !== null) yield { flaw, position };
        yield { ...header, position, block, cut };
      }
      behindGap = false;
    }
  }

  private async skipBlanks(): Promise<void> {
    for (;;) {
      const bytes = await this.reader.peek(64);
      const blanks = BLANKS.exec(bytes.toString('latin1', 0, 64))?.[0].length ?? 0;
      this.reader.skip(blanks);
      if (blanks === 0 || blanks < 64) return;
    }
  }

  private async header(): Promise<RecordHeader | null> {
    const { reader, syntax } = this;
    if (!syntax.begins(await reader.peek(OVERLAP))) return null;
    for (let length = OVERLAP; ; length = LONGEST_HEADER) {
      const bytes = await reader.peek(length);
      const header = syntax.header(bytes);
      if (header !== null) reader.skip(header.bytes);
      if (header !== null || length === LONGEST_HEADER || bytes.length < length) return header;
    }
  }

  private async block(length: number | null): Promise<Block> {
    if (length === null) return { ...(await this.untilRecord([])), flaw: 'length' };
    return length <= WINDOW ? this.shortBlock(length) : this.longBlock(length);
  }

  private async shortBlock(length: number): Promise<Block> {
    const { reader, syntax } = this;
    const bytes = await reader.peek(length + OVERLAP);
    const block = bytes.subarray(0, length);
    if (block.length === length && this.isBoundary(bytes.subarray(length))) {
      reader.skip(length);
      return { block, cut: false, flaw: null };
    }
    // The length may be too large: then the next record is inside of the block.
    const next = syntax.find(bytes);
    if (next !== -1 && next <= length) {
      reader.skip(next);
      return { block: withoutEnd(block.subarray(0, next)), cut: false, flaw: 'length' };
    }
    reader.skip(block.length);
    if (block.length < length) return { block, cut: false, flaw: await this.flawOfEnd() };
    return { ...(await this.untilRecord([block])), flaw: 'length' };
  }

  /** The same in steps: a length that is wrong can be of any size. */
  private async longBlock(length: number): Promise<Block> {
    const { reader, syntax } = this;
    const parts = new Parts(this.limit);
    for (let left = length; left > 0; ) {
      const window = await reader.peek(WINDOW);
      if (window.length === 0) return { ...parts.joined(), flaw: await this.flawOfEnd() };
      const next = syntax.find(window);
      const inside = next !== -1 && next <= left;
      const sure = window.length < WINDOW ? window.length : window.length - OVERLAP;
      const step = inside ? next : Math.min(left, sure);
      parts.add(await reader.take(step));
      left -= step;
      if (inside && left > 0) {
        const { block, cut } = parts.joined();
        return { block: withoutEnd(block), cut, flaw: 'length' };
      }
    }
    if (this.isBoundary(await reader.peek(OVERLAP))) return { ...parts.joined(), flaw: null };
    return { ...(await this.untilRecord([parts.joined().block])), flaw: 'length' };
  }

  /** Whoever reported a gap has told of what is missing. */
  private async flawOfEnd(): Promise<Flaw['flaw'] | null> {
    return (await this.reader.isAtGap()) ? null : 'truncated';
  }

  /** The length was too small, or none: all up to the next record belongs to this one. */
  private async untilRecord(start: readonly Buffer[]): Promise<Omit<Block, 'flaw'>> {
    const parts = new Parts(this.limit);
    for (const bytes of start) parts.add(bytes);
    await this.passTo((bytes) => parts.add(bytes));
    const { block, cut } = parts.joined();
    return { block: withoutEnd(block), cut };
  }

  /** Reads up to the next record, a gap or the end. */
  private async passTo(passed: (bytes: Buffer) => void): Promise<void> {
    const { reader, syntax } = this;
    for (;;) {
      const window = await reader.peek(WINDOW);
      const found = syntax.find(window);
      const last = window.length < WINDOW;
      passed(await reader.take(found !== -1 ? found : last ? window.length : window.length - OVERLAP));
      if (found !== -1 || last) return;
    }
  }

  /** Whether what follows a block is a record, or nothing. */
  private isBoundary(bytes: Buffer): boolean {
    const blanks = BLANKS.exec(bytes.toString('latin1', 0, 64))?.[0].length ?? 0;
    return blanks === bytes.length || this.syntax.parts(bytes) || this.syntax.begins(bytes.subarray(blanks));
  }
}

/** Bytes up to a limit. */
class Parts {
  private readonly limit: number;
  private readonly parts: Buffer[] = [];
  private length = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(bytes: Buffer): void {
    if (this.length < this.limit) this.parts.push(bytes);
    this.length += bytes.length;
  }

  joined(): Omit<Block, 'flaw'> {
    const block = Buffer.concat(this.parts).subarray(0, this.limit);
    return { block, cut: this.length > this.limit };
  }
}

/** Without the line breaks that part records. */
function withoutEnd(block: Buffer): Buffer {
  let end = block.length;
  while (end > 0 && (block[end - 1] === 10 || block[end - 1] === 13)) end--;
  return block.subarray(0, end);
}
