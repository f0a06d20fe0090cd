import { crc32, createInflateRaw } from 'node:zlib';
import type { Budget, Meter } from '../budget.ts';
import { PLAIN, type RandomAccess, type Report, rangeOf, type Source, skipBytes } from '../source.ts';
import { type Outcome, UNPACKED_BYTES, unpack } from '../unpack.ts';
import { LOCAL_HEADER, LOCAL_HEADER_BYTES, STORED, type ZipEntry } from './zip-entry.ts';

/** An entry of a zip archive that is stored or deflated. */
export class ZipSource implements Source {
  readonly name: string;
  readonly bytes: number | null;
  readonly mediaType = PLAIN.mediaType;
  readonly url = PLAIN.url;
  readonly date = PLAIN.date;
  readonly charset = PLAIN.charset;
  private readonly archive: RandomAccess;
  private readonly entry: ZipEntry;
  private readonly meter: Meter;

  constructor(name: string, entry: ZipEntry, archive: RandomAccess, budget: Budget) {
    this.name = name;
    this.bytes = entry.unpacked;
    this.entry = entry;
    this.archive = archive;
    this.meter = budget.meter(entry.packed);
  }

  async *read(report: Report, from = 0): AsyncGenerator<Uint8Array> {
    const unpacked = this.meter.watch(this.unpacked(report), this.name, report);
    yield* from === 0 ? unpacked : skipBytes(unpacked, from);
  }

  async access(): Promise<RandomAccess | null> {
    const data = this.entry.method === STORED ? await this.dataStart() : null;
    return data === null ? null : new Part(this.archive, data, this.entry.packed);
  }

  private async *unpacked(report: Report): AsyncGenerator<Uint8Array> {
    const { name: entry } = this;
    const damaged = (position: number, detail: string) =>
      report({ code: 'entry-damaged', params: { entry, unit: 'byte', position, detail } });
    const { method, packed, truncated } = this.entry;
    const data = await this.dataStart();
    if (data === null) return damaged(0, 'zip');
    let bytes = 0;
    let crc = 0;
    const seen = (piece: Buffer) => {
      bytes += piece.length;
      crc = crc32(piece, crc);
    };
    const range = rangeOf(this.archive, data, data + packed);
    const { state } =
      method === STORED
        ? yield* stored(range, packed, seen)
        : yield* unpack(range, createInflateRaw({ chunkSize: UNPACKED_BYTES }), seen);
    if (state === 'damaged') damaged(bytes, 'deflate');
    else if (truncated || state === 'truncated')
      report({ code: 'entry-truncated', params: { entry, byte: bytes } });
    else if (this.entry.crc !== null && this.entry.crc !== crc) damaged(bytes, 'CRC-32');
  }

  /** Where the bytes begin; null where no local header stands at its place. */
  private async dataStart(): Promise<number | null> {
    const { data, header } = this.entry;
    if (data !== null) return data;
    const local = await this.archive.read(header, LOCAL_HEADER_BYTES);
    if (local.length < LOCAL_HEADER_BYTES || !local.subarray(0, 4).equals(LOCAL_HEADER)) return null;
    return header + LOCAL_HEADER_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
  }
}

async function* stored(
  range: AsyncIterable<Buffer>,
  bytes: number,
  seen: (piece: Buffer) => void,
): AsyncGenerator<Buffer, Outcome> {
  let consumed = 0;
  for await (const piece of range) {
    consumed += piece.length;
    seen(piece);
    yield piece;
  }
  return { state: consumed < bytes ? 'truncated' : 'complete', consumed };
}

/** A stored entry, at any place. It does not own the archive. */
class Part implements RandomAccess {
  readonly bytes: number;
  private readonly whole: RandomAccess;
  private readonly start: number;

  constructor(whole: RandomAccess, start: number, bytes: number) {
    this.whole = whole;
    this.start = start;
    this.bytes = Math.max(0, Math.min(bytes, whole.bytes - start));
  }

  read(position: number, length: number): Promise<Buffer> {
    return this.whole.read(this.start + position, Math.max(0, Math.min(length, this.bytes - position)));
  }

  async close(): Promise<void> {}
}
