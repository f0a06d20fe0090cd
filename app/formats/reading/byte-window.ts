/** Bytes that come in chunks, of which a part is at hand. Positions count from the first byte of all, 0-based. */
export class ByteWindow {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private kept = new Uint8Array(0);
  /** Position of the first byte that is kept. */
  private start = 0;
  private ended = false;
  /** Nothing in front of it is asked for any more. */
  private passed = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Position behind the last byte that is at hand. */
  get end(): number {
    return this.start + this.kept.length;
  }

  /** True where so many bytes from a position on are at hand. */
  holds(position: number, length: number): boolean {
    return this.end >= position + length;
  }

  /** Makes so many bytes from a position on be at hand; false where the bytes end before that. */
  async has(position: number, length: number): Promise<boolean> {
    while (!this.holds(position, length) && !this.ended) {
      const next = await this.chunks.next();
      if (next.done) this.ended = true;
      else this.append(next.value);
    }
    return this.holds(position, length);
  }

  /** A byte at hand. */
  byte(position: number): number {
    return this.kept[position - this.start] as number;
  }

  /** Bytes at hand; valid until more are asked for. */
  bytes(position: number, length: number): Uint8Array {
    return this.kept.subarray(position - this.start, position - this.start + length);
  }

  /** Lets go of all in front of a position. */
  forget(position: number): void {
    this.passed = Math.max(this.passed, position);
  }

  /** No more is read, and the file behind it may close. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private append(chunk: Uint8Array): void {
    const rest = this.kept.subarray(Math.min(this.kept.length, Math.max(0, this.passed - this.start)));
    const kept = new Uint8Array(rest.length + chunk.length);
    kept.set(rest);
    kept.set(chunk, rest.length);
    this.start = this.end - rest.length;
    this.kept = kept;
  }
}
