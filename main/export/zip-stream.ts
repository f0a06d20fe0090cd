import { crc32, createDeflateRaw } from 'node:zlib';
import { UratoriError } from '../../app/problem.ts';
import {
  centralHeader,
  descriptor,
  endOfDirectory,
  localHeader,
  type Packed,
  SEE_ZIP64,
} from './zip-records.ts';

/** One file of a zip, of any size. `name` is a path with `/`. */
export interface StreamedEntry {
  name: string;
  /** As far as it is known before; null: less than 4 GiB. */
  bytes: number | null;
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Of deflate, 0 (packed already) to 9. */
  level?: number;
}

/** A file that is larger has room for its sizes in 64 bits; deflate may make one a little longer than it is. */
const ROOM = 0xf0000000;
/** What is packed at once: deflate may pack the same bytes otherwise when they come in other pieces. */
const PIECE_BYTES = 1 << 18;

/**
 * A zip file of any size, in constant memory: sizes and checksum stand behind each entry, and in the directory. The
 * same contents give the same bytes.
 * @param path what to call the file in a refusal
 * @throws UratoriError `write-failed` for an entry that turns out longer than it can say; whatever a content throws
 */
export async function* streamedZip(
  entries: AsyncIterable<StreamedEntry> | Iterable<StreamedEntry>,
  path: string,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, bytes, content, level } of entries) {
    const large = bytes !== null && bytes > ROOM;
    const entry: Packed = { name, crc: 0, packed: 0, unpacked: 0, at, streamed: true, large };
    const header = localHeader(entry);
    yield header;
    for await (const piece of deflated(content, entry, level)) {
      entry.packed += piece.length;
      yield piece;
    }
    if (!large && Math.max(entry.packed, entry.unpacked) >= SEE_ZIP64)
      throw new UratoriError('write-failed', { path, detail: `${name} is larger than was said` });
    const behind = descriptor(entry);
    yield behind;
    at += header.length + entry.packed + behind.length;
    directory.push(centralHeader(entry));
  }
  yield* directory;
  yield endOfDirectory(
    directory.length,
    at,
    directory.reduce((sum, { length }) => sum + length, 0),
  );
}

/** Packs in another thread, a piece ahead of whoever reads, and counts what it packs into `entry`. */
async function* deflated(
  content: StreamedEntry['content'],
  entry: Packed,
  level: number | undefined,
): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ chunkSize: PIECE_BYTES, ...(level === undefined ? {} : { level }) });
  const out: Buffer[] = [];
  let failure: Error | null = null;
  deflate.on('data', (piece: Buffer) => out.push(piece));
  deflate.on('error', (error) => {
    failure = error;
  });
  const mustWork = () => {
    if (failure !== null) throw failure;
  };
  try {
    let packing: Promise<void> = Promise.resolve();
    for await (const piece of evenPieces(content)) {
      entry.crc = crc32(piece, entry.crc);
      entry.unpacked += piece.length;
      await packing;
      mustWork();
      yield* out.splice(0);
      packing = new Promise((done) => deflate.write(piece, () => done()));
    }
    await packing;
    mustWork();
    await new Promise<void>((done) => {
      deflate.once('close', done).end();
    });
    mustWork();
    yield* out.splice(0);
  } finally {
    deflate.destroy();
  }
}

async function* evenPieces(content: StreamedEntry['content']): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(PIECE_BYTES);
  let filled = 0;
  for await (const chunk of content) {
    for (let from = 0; from < chunk.length; ) {
      const bytes = chunk.subarray(from, from + PIECE_BYTES - filled);
      piece.set(bytes, filled);
      from += bytes.length;
      filled += bytes.length;
      if (filled < PIECE_BYTES) continue;
      yield piece;
      piece = Buffer.allocUnsafe(PIECE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
