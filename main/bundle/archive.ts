import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { isSafePath, pathKey } from '../../app/bundle/paths.ts';
import type { Problem } from '../../app/problem.ts';
import { LIMITS, type Limits } from '../dumps/intake/limits.ts';
import { DEFLATED, STORED } from '../dumps/intake/zip/zip-entry.ts';

/** A file of a bundle that nobody has looked into yet. */
export interface ArchivedFile {
  path: string;
  /** As the archive says; no reading gives more. */
  bytes: number;
  /** @throws Error where it is damaged */
  read(): AsyncGenerator<Buffer>;
}

/** What an archive says that it holds. */
export interface Archive {
  files: ArchivedFile[];
  folders: string[];
  problems: Problem[];
  close(): void;
}

/** Checksum and sizes behind an entry have no more bytes than so many. */
const DESCRIPTOR_BYTES = 24;
/** The kind of file in a Unix mode: none told, a regular one, a folder. */
const KIND = 0o170000;
const KINDS: readonly number[] = [0, 0o100000, 0o040000];

/**
 * Reads the directory of a zip that may have been made to deceive: nothing may overlap, stand between two files, have
 * two names, or lead out of the folder that it is unpacked into; and it may not unpack to more than a dump may.
 * @throws Error where it is no zip, or its directory is damaged
 */
export async function openArchive(path: string, limits: Limits = LIMITS): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
  try {
    return await listed(zip, limits);
  } catch (thrown) {
    zip.close();
    throw thrown;
  }
}

async function listed(zip: ZipFile, limits: Limits): Promise<Archive> {
  const reading = new Listing(zip, limits);
  // Told before the first entry is read; its type is wrong.
  const directory = Number(zip.readEntryCursor);
  if (zip.entryCount > limits.entries) throw new Error(`${zip.entryCount} entries`);
  if (zip.comment.length > 0) throw new Error('a comment');
  // The archive's own error event has no listener once the loop is left.
  zip.on('error', () => undefined);
  for await (const entry of zip.eachEntry()) await reading.add(entry);
  reading.checkPlaces(directory);
  return {
    files: reading.files,
    folders: reading.folders,
    problems: reading.problems,
    close: () => zip.close(),
  };
}

class Listing {
  readonly files: ArchivedFile[] = [];
  readonly folders: string[] = [];
  readonly problems: Problem[] = [];
  readonly #zip: ZipFile;
  readonly #limits: Limits;
  readonly #keys = new Set<string>();
  readonly #places: { path: string; start: number; end: number }[] = [];
  #bytes = 0;

  constructor(zip: ZipFile, limits: Limits) {
    this.#zip = zip;
    this.#limits = limits;
  }

  async add(entry: Entry): Promise<void> {
    const path = nameOf(entry);
    const start = entry.relativeOffsetOfLocalHeader;
    const local = await this.#zip.readLocalFileHeaderPromise(entry);
    this.#places.push({ path, start, end: local.fileDataStart + entry.compressedSize });
    const why = this.#objection(entry, path, local.fileName);
    if (why !== null)
      this.problems.push({ code: 'bundle-entry-unsafe', params: { file: path, detail: why } });
    else if (path.endsWith('/')) this.folders.push(path);
    else this.files.push({ path, bytes: entry.uncompressedSize, read: () => contentOf(this.#zip, entry) });
  }

  #objection(entry: Entry, path: string, localName: Buffer): string | null {
    const { compressedSize: packed, uncompressedSize: unpacked, compressionMethod } = entry;
    const { entryFloor, entryRatio, totalFloor, totalRatio } = this.#limits;
    const key = pathKey(path);
    if (!isSafePath(path.replace(/\/$/u, ''))) return 'path';
    if (this.#keys.has(key)) return 'twice';
    this.#keys.add(key);
    if (!localName.equals(entry.fileNameRaw)) return 'two names';
    if (!KINDS.includes((entry.externalFileAttributes >>> 16) & KIND)) return 'link';
    if (entry.isEncrypted()) return 'encrypted';
    if (![STORED, DEFLATED].includes(compressionMethod)) return `packing ${compressionMethod}`;
    if (path.endsWith('/') && unpacked > 0) return 'folder with content';
    this.#bytes += unpacked;
    if (unpacked > Math.max(entryFloor, entryRatio * packed)) return 'size';
    if (this.#bytes > Math.max(totalFloor, totalRatio * this.#zip.fileSize)) return 'size of all';
    return null;
  }

  /** Every byte of the archive belongs to one file. */
  checkPlaces(directory: number): void {
    const places = this.#places.sort((a, b) => a.start - b.start);
    let end = 0;
    for (const [index, { path, start, end: next }] of places.entries()) {
      const between = index === 0 ? 0 : DESCRIPTOR_BYTES;
      if (start < end || start > end + between) this.#misplaced(path);
      end = next;
    }
    const last = places.at(-1);
    if (last && (directory < end || directory > end + DESCRIPTOR_BYTES)) this.#misplaced(last.path);
  }

  #misplaced(file: string): void {
    this.problems.push({ code: 'bundle-entry-unsafe', params: { file, detail: 'place' } });
  }
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let crc = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    crc = crc32(chunk as Buffer, crc);
    yield chunk as Buffer;
  }
  if (crc !== entry.crc32) throw new Error('CRC-32');
}
