/**
 * The records of a zip file that stand around what is packed
 * (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 and 4.5.3). Numbers that do not fit into
 * the plain fields stand in the 64-bit ones.
 */

/** What the records say of an entry. `at`: where its local header begins. */
export interface Packed {
  name: string;
  crc: number;
  packed: number;
  unpacked: number;
  at: number;
  /** Checksum and sizes stand behind the bytes: they were not known before. */
  streamed: boolean;
  /** The local header has room for 64-bit sizes. */
  large: boolean;
}

/** Stands for a number in the 64-bit field. */
export const SEE_ZIP64 = 0xffffffff;
const SEE_ZIP64_COUNT = 0xffff;

/** 1 January 1980: the same files give the same bytes whenever they are packed. */
const DATE = 0x21;
/** Names are UTF-8. */
const UTF8_NAME = 0x0800;
const SIZES_BEHIND = 0x0008;
const DEFLATE = 8;
const VERSION = 20;
const VERSION_ZIP64 = 45;
const ZIP64_FIELD = 1;
/** A regular file that everybody may read. Said as Unix says it, or Info-ZIP takes names for those of DOS. */
const UNIX = 3 << 8;
const MODE = (0o100644 << 16) >>> 0;

/** What stands before the bytes of an entry. */
export function localHeader(entry: Packed): Buffer {
  const { streamed, large } = entry;
  const known = streamed ? { ...entry, crc: 0, packed: 0, unpacked: 0 } : entry;
  const extra = large ? zip64Field([known.unpacked, known.packed]) : Buffer.alloc(0);
  const sizes = large ? { packed: SEE_ZIP64, unpacked: SEE_ZIP64 } : known;
  const fixed = Buffer.alloc(4);
  fixed.writeUInt32LE(0x04034b50, 0);
  const title = Buffer.from(entry.name);
  return Buffer.concat([fixed, about({ ...known, ...sizes }, title, extra, large), title, extra]);
}

/** What stands behind the bytes of a streamed entry. */
export function descriptor({ crc, packed, unpacked, large }: Packed): Buffer {
  const record = Buffer.alloc(large ? 24 : 16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(crc, 4);
  if (large) {
    record.writeBigUInt64LE(BigInt(packed), 8);
    record.writeBigUInt64LE(BigInt(unpacked), 16);
  } else {
    record.writeUInt32LE(packed, 8);
    record.writeUInt32LE(unpacked, 12);
  }
  return record;
}

/** What the archive's directory says of an entry. */
export function centralHeader(entry: Packed): Buffer {
  const { packed, unpacked, at, large } = entry;
  const beyond = [unpacked, packed, at].filter((value) => value >= SEE_ZIP64);
  const extra = beyond.length > 0 ? zip64Field(beyond) : Buffer.alloc(0);
  const shown = {
    ...entry,
    packed: Math.min(packed, SEE_ZIP64),
    unpacked: Math.min(unpacked, SEE_ZIP64),
  };
  const title = Buffer.from(entry.name);
  const start = Buffer.alloc(6);
  start.writeUInt32LE(0x02014b50, 0);
  start.writeUInt16LE(UNIX | VERSION, 4);
  const end = Buffer.alloc(14);
  end.writeUInt32LE(MODE, 6);
  end.writeUInt32LE(Math.min(at, SEE_ZIP64), 10);
  return Buffer.concat([start, about(shown, title, extra, large || beyond.length > 0), end, title, extra]);
}

/** What ends the archive. `at`: where the directory begins; `bytes`: its length. */
export function endOfDirectory(count: number, at: number, bytes: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, SEE_ZIP64_COUNT), 8);
  end.writeUInt16LE(Math.min(count, SEE_ZIP64_COUNT), 10);
  end.writeUInt32LE(Math.min(bytes, SEE_ZIP64), 12);
  end.writeUInt32LE(Math.min(at, SEE_ZIP64), 16);
  const fits = count < SEE_ZIP64_COUNT && bytes < SEE_ZIP64 && at < SEE_ZIP64;
  return fits ? end : Buffer.concat([zip64End(count, at, bytes), end]);
}

/** The fields that local header and directory have in common, from the version that is needed to the lengths. */
function about(
  { crc, packed, unpacked, streamed }: Pick<Packed, 'crc' | 'packed' | 'unpacked' | 'streamed'>,
  title: Buffer,
  extra: Buffer,
  zip64: boolean,
): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(zip64 ? VERSION_ZIP64 : VERSION, 0);
  fields.writeUInt16LE(UTF8_NAME | (streamed ? SIZES_BEHIND : 0), 2);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(unpacked, 18);
  fields.writeUInt16LE(title.length, 22);
  fields.writeUInt16LE(extra.length, 24);
  return fields;
}

function zip64Field(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(ZIP64_FIELD, 0);
  field.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return field;
}

/** The 64-bit end of the directory, and where it is. */
function zip64End(count: number, at: number, bytes: number): Buffer {
  const records = Buffer.alloc(56 + 20);
  records.writeUInt32LE(0x06064b50, 0);
  records.writeBigUInt64LE(44n, 4);
  records.writeUInt16LE(VERSION_ZIP64, 12);
  records.writeUInt16LE(VERSION_ZIP64, 14);
  records.writeBigUInt64LE(BigInt(count), 24);
  records.writeBigUInt64LE(BigInt(count), 32);
  records.writeBigUInt64LE(BigInt(bytes), 40);
  records.writeBigUInt64LE(BigInt(at), 48);
  records.writeUInt32LE(0x07064b50, 56);
  records.writeBigUInt64LE(BigInt(at + bytes), 64);
  records.writeUInt32LE(1, 72);
  return records;
}
