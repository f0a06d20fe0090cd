import { crc32, deflateRawSync } from 'node:zlib';
import { UratoriError } from '../../app/problem.ts';

/** One file of a zip. `name` is a path with `/`. */
export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

/** Of entries, and of bytes, that the plain records can count; zip64 counts the entries beyond, nothing the bytes. */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;
/** 1 January 1980: the same files give the same bytes whenever they are packed. */
const DATE = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATE = 8;
const VERSION = 20;

/**
 * A zip file (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), entry by entry.
 * @param path what to call the file in a refusal
 * @throws UratoriError `write-failed` past 4 GiB
 */
export function* zipOf(entries: Iterable<ZipEntry>, path: string): Generator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  let [count, directoryBytes] = [0, 0];
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(VERSION, 0);
    about.writeUInt16LE(FLAGS, 2);
    about.writeUInt16LE(DEFLATE, 4);
    about.writeUInt16LE(DATE, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(title.length, 22);

    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(VERSION, 4);
    about.copy(central, 6);
    central.writeUInt32LE(at, 42);
    directory.push(central, title);
    directoryBytes += central.length + title.length;

    count += 1;
    const length = 4 + about.length + title.length + packed.length;
    if (at + length + directoryBytes > MOST_BYTES)
      throw new UratoriError('write-failed', { path, detail: 'a zip file holds 4 GiB' });
    yield Buffer.from([0x50, 0x4b, 0x03, 0x04]);
    yield about;
    yield title;
    yield packed;
    at += length;
  }
  yield* directory;
  if (count >= MOST_ENTRIES) yield manyEntries(count, directoryBytes, at);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, MOST_ENTRIES), 8);
  end.writeUInt16LE(Math.min(count, MOST_ENTRIES), 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(at, 16);
  yield end;
}

/** The zip64 end of the directory, and where it is. */
function manyEntries(count: number, directoryBytes: number, at: number): Uint8Array {
  const records = Buffer.alloc(56 + 20);
  records.writeUInt32LE(0x06064b50, 0);
  records.writeBigUInt64LE(44n, 4);
  records.writeUInt16LE(45, 12);
  records.writeUInt16LE(45, 14);
  records.writeBigUInt64LE(BigInt(count), 24);
  records.writeBigUInt64LE(BigInt(count), 32);
  records.writeBigUInt64LE(BigInt(directoryBytes), 40);
  records.writeBigUInt64LE(BigInt(at), 48);
  records.writeUInt32LE(0x07064b50, 56);
  records.writeBigUInt64LE(BigInt(at + directoryBytes), 64);
  records.writeUInt32LE(1, 72);
  return records;
}
