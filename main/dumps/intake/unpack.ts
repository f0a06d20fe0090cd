import type { Transform } from 'node:stream';
import { asBuffer } from './decode.ts';

/** How an unpacking ended. */
export interface Outcome {
  state: 'complete' | 'truncated' | 'damaged';
  /** Packed bytes that were used up; of a damaged stream those before the piece that is damaged. */
  consumed: number;
}

/** One of `node:zlib`'s. */
export type Unpacker = Transform & { readonly bytesWritten: number };

/** Unpacked bytes are given in buffers of this size. */
export const UNPACKED_BYTES = 1 << 18;
/** Packed bytes at a time: what they unpack to is in memory at once, a thousand times as much in a bomb. */
const PIECE_BYTES = 1 << 14;

/** A stream of `node:zlib` as steps that never throw. */
export class Engine {
  private readonly unpacker: Unpacker;
  private readonly out: Buffer[] = [];
  private failure: NodeJS.ErrnoException | null = null;
  private given = 0;
  /** A stream that fails forgets who waits for it. */
  private readonly closed: Promise<void>;

  constructor(unpacker: Unpacker) {
    this.unpacker = unpacker;
    unpacker.on('data', (chunk: Buffer) => this.out.push(chunk));
    unpacker.on('error', (error) => {
      this.failure = error;
    });
    this.closed = new Promise((resolve) => unpacker.once('close', resolve));
  }

  async write(piece: Buffer): Promise<void> {
    this.given += piece.length;
    const written = new Promise<void>((resolve) => this.unpacker.write(piece, () => resolve()));
    await Promise.race([written, this.closed]);
  }

  async end(): Promise<void> {
    this.unpacker.end();
    await this.closed;
  }

  /** What was unpacked since. */
  take(): Buffer[] {
    return this.out.splice(0);
  }

  get consumed(): number {
    return this.unpacker.bytesWritten;
  }

  /** Null while there may be more. */
  get state(): Outcome['state'] | null {
    if (this.failure !== null) return this.failure.code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged';
    return this.consumed < this.given ? 'complete' : null;
  }

  close(): void {
    this.unpacker.destroy();
  }
}

/**
 * Unpacks in the background, a piece ahead of whoever reads. What could be unpacked before an error is given.
 * @param seen called with all that is given
 */
export async function* unpack(
  packed: AsyncIterable<Uint8Array>,
  unpacker: Unpacker,
  seen: (bytes: Buffer) => void = () => {},
): AsyncGenerator<Buffer, Outcome> {
  const engine = new Engine(unpacker);
  const pieces = piecesOf(packed);
  const feed = async (): Promise<boolean> => {
    const piece = await pieces.next();
    await (piece.done ? engine.end() : engine.write(piece.value));
    return !piece.done;
  };
  try {
    let feeding = feed();
    for (;;) {
      const more = await feeding;
      const ready = engine.take();
      const { state, consumed } = engine;
      if (more && state === null) {
        feeding = feed();
        // Whoever reads may leave before it is awaited.
        feeding.catch(() => undefined);
      }
      for (const bytes of ready) {
        seen(bytes);
        yield bytes;
      }
      if (state !== null) return { state, consumed };
      if (!more) return { state: 'complete', consumed };
    }
  } finally {
    engine.close();
    await pieces.return(undefined);
  }
}

async function* piecesOf(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of packed) {
    const bytes = asBuffer(chunk);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
  }
}
