import { crc32, deflateRawSync } from 'node:zlib';
import { UratoriError } from '../../app/problem.ts';
import { centralHeader, endOfDirectory, localHeader, type Packed, SEE_ZIP64 } from './zip-records.ts';

/** One file of a zip. `name` is a path with `/`. */
export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

/**
 * A zip file, entry by entry, each in memory. Large files: `streamedZip`.
 * @param path what to call the file in a refusal
 * @throws UratoriError `write-failed` past 4 GiB
 */
export function* zipOf(entries: Iterable<ZipEntry>, path: string): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  let directoryBytes = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes);
    const entry: Packed = {
      name,
      crc: crc32(bytes),
      packed: packed.length,
      unpacked: bytes.length,
      at,
      streamed: false,
      large: false,
    };
    const header = localHeader(entry);
    const central = centralHeader(entry);
    directory.push(central);
    directoryBytes += central.length;
    const length = header.length + packed.length;
    if (at + length + directoryBytes > SEE_ZIP64)
      throw new UratoriError('write-failed', { path, detail: 'a zip file holds 4 GiB' });
    yield header;
    yield packed;
    at += length;
  }
  yield* directory;
  yield endOfDirectory(directory.length, at, directoryBytes);
}
