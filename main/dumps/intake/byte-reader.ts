import { asBuffer } from './decode.ts';

/** A stream with a place in it. A `null` among its chunks is a gap: bytes are missing there that nobody can read. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array | null>;
  private buffer: Buffer = Buffer.alloc(0);
  /** What comes behind the buffer. */
  private next: 'unknown' | 'gap' | 'end' = 'unknown';
  private consumed = 0;

  constructor(chunks: AsyncIterable<Uint8Array | null>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes read so far. */
  get position(): number {
    return this.consumed;
  }

  /** The bytes that come next, at least `length` of them unless a gap or the end is nearer. They are not read by that. */
  async peek(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let have = this.buffer.length;
    while (have < length && this.next === 'unknown') {
      const { done, value } = await this.chunks.next();
      if (done) this.next = 'end';
      else if (value === null) this.next = 'gap';
      else {
        parts.push(asBuffer(value));
        have += value.length;
      }
    }
    if (parts.length > 0) {
      this.buffer =
        this.buffer.length === 0 && parts.length === 1
          ? (parts[0] as Buffer)
          : Buffer.concat([this.buffer, ...parts]);
    }
    return this.buffer;
  }

  /** Reads `length` bytes, or fewer where a gap or the end is nearer. */
  async take(length: number): Promise<Buffer> {
    const bytes = (await this.peek(length)).subarray(0, length);
    this.skip(bytes.length);
    return bytes;
  }

  /** Passes over bytes that were peeked at. */
  skip(length: number): void {
    this.buffer = this.buffer.subarray(length);
    this.consumed += length;
  }

  /** True at a gap, where nothing more is to be peeked at; `passGap` goes on behind it. */
  async isAtGap(): Promise<boolean> {
    return (await this.peek(1)).length === 0 && this.next === 'gap';
  }

  passGap(): void {
    if (this.next === 'gap') this.next = 'unknown';
  }

  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}
