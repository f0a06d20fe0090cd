import { crc32, createInflateRaw } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { ignore, type Report, type Source } from './source.ts';
import { Engine, UNPACKED_BYTES } from './unpack.ts';

const MAGIC = Buffer.from([0x1f, 0x8b, 8]);
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const NAME = 8;
const COMMENT = 16;
const EXTRA = 4;
const HEADER_CRC = 2;
const RESERVED = 0xe0;
/** A header is no longer, whatever it says. */
const LONGEST_HEADER = 1 << 17;
/** So many places are tried; chance alone brings one in 16 MiB. */
const MOST_TRIALS = 10_000;
/** So many packed bytes that unpack without an error are no accident. */
const TRIAL_BYTES = 1 << 12;
/** Packed bytes at a time: far from damage, and where it is near, so that little in front of it is lost. */
const FAR_BYTES = 1 << 16;
const NEAR_BYTES = 1 << 9;

/**
 * Goes through a gzip file member by member, after reading it at once has failed, up to the member that is damaged:
 * gives what that failed reading could not, and reports the damage.
 * @param from byte where a member begins
 * @param given unpacked bytes behind it that are already known
 * @param near packed byte that the damage is not before
 * @returns where the next member behind the damage begins; null where there is none
 */
export async function* recover(
  packed: Source,
  from: number,
  given: number,
  near: number,
  report: Report,
): AsyncGenerator<Buffer, number | null> {
  const reader = new ByteReader(packed.read(ignore, from));
  const pieceBytes = () => {
    const left = near - from - reader.position;
    return left > 0 ? Math.min(FAR_BYTES, left) : NEAR_BYTES;
  };
  let known = given;
  const withoutKnown = (bytes: Buffer) => {
    const fresh = bytes.subarray(known);
    known -= bytes.length - fresh.length;
    return fresh;
  };
  let start = from;
  let detail = 'gzip';
  try {
    for (;;) {
      start = from + reader.position;
      if (!(await passHeader(reader))) break;
      const crc = yield* inflated(reader, pieceBytes, withoutKnown);
      if (crc === null) break;
      const trailer = await reader.take(TRAILER_BYTES);
      if (trailer.length === TRAILER_BYTES && trailer.readUInt32LE(0) === crc) continue;
      detail = 'CRC-32';
      break;
    }
    damaged(packed.name, from + reader.position, detail, report);
  } finally {
    await reader.close();
  }
  // Damage may have led over the border to the next member, so that is looked for from the start of this one.
  return nextMember(packed, start + 1);
}

/**
 * What the bytes of one member unpack to.
 * @param pieceBytes how many packed bytes to take next
 * @param fresh what to give of unpacked bytes
 * @returns the checksum of all unpacked bytes; null where the packed ones are damaged
 */
async function* inflated(
  reader: ByteReader,
  pieceBytes: () => number,
  fresh: (bytes: Buffer) => Buffer,
): AsyncGenerator<Buffer, number | null> {
  const engine = new Engine(createInflateRaw({ chunkSize: UNPACKED_BYTES }));
  let crc = 0;
  try {
    while (engine.state === null) {
      const length = pieceBytes();
      const piece = (await reader.peek(length)).subarray(0, length);
      if (piece.length === 0) return null;
      const before = engine.consumed;
      await engine.write(piece);
      reader.skip(engine.consumed - before);
      for (const bytes of engine.take()) {
        crc = crc32(bytes, crc);
        yield fresh(bytes);
      }
    }
    return engine.state === 'complete' ? crc : null;
  } finally {
    engine.close();
  }
}

/** Where the next member begins behind a whole one, `from` on; what else stands there is reported, unless it is zeros. */
export async function memberFrom(packed: Source, from: number, report: Report): Promise<number | null> {
  const reader = new ByteReader(packed.read(ignore, from));
  try {
    for (;;) {
      const bytes = await reader.peek(HEADER_BYTES);
      if (bytes.length === 0) return null;
      const zeros = bytes.findIndex((byte) => byte !== 0);
      if (zeros === 0) break;
      reader.skip(zeros === -1 ? bytes.length : zeros);
    }
    const start = from + reader.position;
    if (isMember(await reader.peek(HEADER_BYTES))) return start;
    damaged(packed.name, start, 'gzip', report);
    return await nextMember(packed, start);
  } finally {
    await reader.close();
  }
}

function damaged(entry: string, position: number, detail: string, report: Report): void {
  report({ code: 'entry-damaged', params: { entry, unit: 'byte', position, detail } });
}

/** Looks for a member, `from` on. */
async function nextMember(packed: Source, from: number): Promise<number | null> {
  const reader = new ByteReader(packed.read(ignore, from));
  try {
    for (let trials = 0; trials < MOST_TRIALS; ) {
      const bytes = await reader.peek(FAR_BYTES);
      const found = bytes.indexOf(MAGIC);
      if (found !== -1) {
        reader.skip(found);
        if (await unpacksFor(await reader.peek(TRIAL_BYTES))) return from + reader.position;
        trials++;
        reader.skip(1);
      } else if (bytes.length < MAGIC.length) return null;
      else reader.skip(bytes.length - MAGIC.length + 1);
    }
    return null;
  } finally {
    await reader.close();
  }
}

/** Whether bytes are the beginning of a member. */
async function unpacksFor(bytes: Buffer): Promise<boolean> {
  const header = headerLength(bytes);
  if (header === null) return false;
  const engine = new Engine(createInflateRaw());
  await engine.write(bytes.subarray(header, TRIAL_BYTES));
  const { state } = engine;
  engine.close();
  return state !== 'damaged' && engine.take().length > 0;
}

function isMember(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC) && ((bytes[3] ?? 0) & RESERVED) === 0;
}

/** False where there is no member, or its header is cut. */
async function passHeader(reader: ByteReader): Promise<boolean> {
  for (let length = 1 << 10; ; length = LONGEST_HEADER) {
    const bytes = await reader.peek(length);
    const header = headerLength(bytes);
    if (header !== null) reader.skip(header);
    if (header !== null || length === LONGEST_HEADER || bytes.length < length) return header !== null;
  }
}

/** Bytes of the header (RFC 1952, 2.3); null where there is none, or not all of it. */
function headerLength(bytes: Buffer): number | null {
  if (bytes.length < HEADER_BYTES || !isMember(bytes)) return null;
  const flags = bytes[3] as number;
  let length = HEADER_BYTES;
  if (flags & EXTRA) {
    if (bytes.length < length + 2) return null;
    length += 2 + bytes.readUInt16LE(length);
  }
  for (const field of [NAME, COMMENT]) {
    if (!(flags & field)) continue;
    const end = bytes.indexOf(0, length);
    if (end === -1) return null;
    length = end + 1;
  }
  if (flags & HEADER_CRC) length += 2;
  return length < bytes.length ? length : null;
}
