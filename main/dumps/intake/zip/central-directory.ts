import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { type RandomAccess, READ_BYTES } from '../source.ts';
import { CENTRAL_HEADER, ENCRYPTED, END_OF_DIRECTORY, UTF8_NAME, type ZipEntry } from './zip-entry.ts';

const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** A value of this is told in the 64-bit record instead. */
const SEE_ZIP64 = 0xffffffff;
/** Extra field of Info-ZIP: the name in UTF-8, with the checksum of the other one that it goes with. */
const UNICODE_PATH = 0x7075;
/** The file type in a Unix mode, and the one of a symbolic link. */
const TYPE_OF_FILE = 0o170000;
const LINK = 0o120000;

/** Where a zip archive lies in a file: something may stand before it, which its own positions do not count. */
interface Extent {
  start: number;
  end: number;
}

/** Finds a whole zip archive by its end; null where there is none. */
export async function findZip(access: RandomAccess): Promise<Extent | null> {
  const tailStart = Math.max(0, access.bytes - END_BYTES - LONGEST_COMMENT);
  const tail = await access.read(tailStart, access.bytes - tailStart);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    at = tail.lastIndexOf(END_OF_DIRECTORY, at);
    if (at === -1) return null;
    const extent = await extentOf(access, tail.subarray(at), tailStart + at);
    if (extent !== null) return extent;
  }
  return null;
}

async function extentOf(access: RandomAccess, record: Buffer, position: number): Promise<Extent | null> {
  if (record.length < END_BYTES) return null;
  const end = position + END_BYTES + record.readUInt16LE(20);
  const entries = record.readUInt16LE(10);
  const size = record.readUInt32LE(12);
  const offset = record.readUInt32LE(16);
  if (end > access.bytes) return null;
  if (size === SEE_ZIP64 || offset === SEE_ZIP64) return { start: 0, end };
  if (entries === 0 && size === 0) return { start: Math.max(0, position - offset), end };
  // With a 64-bit record between, the directory is not where its size says; then its own position has to be right.
  for (const start of [position - size - offset, 0]) {
    if (start < 0) continue;
    const signature = await access.read(start + offset, CENTRAL_HEADER.length);
    if (signature.equals(CENTRAL_HEADER)) return { start, end };
  }
  return null;
}

/**
 * The entries that the archive's own directory names, in its order.
 * @throws Error where the directory is damaged
 */
export async function* centralDirectory(
  access: RandomAccess,
  { start, end }: Extent,
): AsyncGenerator<ZipEntry> {
  const zip = await fromRandomAccessReaderPromise(new Shifted(access, start), end - start, {
    autoClose: false,
    // Names and sizes are looked at here, entry by entry: one bad entry is no reason to give up the others.
    decodeStrings: false,
    validateEntrySizes: false,
  });
  for await (const entry of entriesIn(zip)) {
    yield {
      ...nameOf(entry),
      encrypted: (entry.generalPurposeBitFlag & ENCRYPTED) !== 0,
      method: entry.compressionMethod,
      packed: entry.compressedSize,
      unpacked: entry.uncompressedSize,
      crc: entry.crc32,
      data: null,
      header: start + entry.relativeOffsetOfLocalHeader,
      link: ((entry.externalFileAttributes >>> 16) & TYPE_OF_FILE) === LINK,
      truncated: false,
    };
  }
}

async function* entriesIn(zip: ZipFile): AsyncGenerator<Entry> {
  // The archive's own error event has no listener once the loop is left.
  zip.on('error', () => undefined);
  yield* zip.eachEntry();
}

function nameOf(entry: Entry): Pick<ZipEntry, 'rawName' | 'utf8'> {
  const unicode = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (unicode && unicode.length > 5 && unicode.readUInt32LE(1) === crc32(entry.fileNameRaw)) {
    return { rawName: unicode.subarray(5), utf8: true };
  }
  return { rawName: entry.fileNameRaw, utf8: (entry.generalPurposeBitFlag & UTF8_NAME) !== 0 };
}

/** The archive without what stands before it. The directory is read header by header, so a window of it is kept. */
class Shifted extends RandomAccessReader {
  private readonly access: RandomAccess;
  private readonly start: number;
  private window: Buffer = Buffer.alloc(0);
  private windowStart = 0;

  constructor(access: RandomAccess, start: number) {
    super();
    this.access = access;
    this.start = start;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.bytesAt(this.start + position, length).then((bytes) => {
      bytes.copy(buffer, offset);
      callback(null, bytes.length);
    }, callback);
  }

  private async bytesAt(position: number, length: number): Promise<Buffer> {
    const from = position - this.windowStart;
    if (from < 0 || from + length > this.window.length) {
      this.window = await this.access.read(position, Math.max(length, READ_BYTES));
      this.windowStart = position;
      return this.window.subarray(0, length);
    }
    return this.window.subarray(from, from + length);
  }
}
