import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Problem } from '../../app/problem.ts';
import type { Source } from '../../app/story.ts';
import type { DumpSource } from './dump-source.ts';
import { LikenessCache } from './likeness/likeness-cache.ts';
import type { Content, Kept } from './reader.ts';
import { BLOCK_STORIES, ColumnBlock, StoryColumns } from './story-columns.ts';

/** Goes up with every change of what the scanner makes of the same bytes, or of this file's layout. */
const VERSION = 6;
const MAGIC = 'uratori-index\n';
const PREFIX_BYTES = MAGIC.length + 8;
/** A header of more bytes than this is damage. */
const HEADER_MAX_BYTES = 1 << 28;

/** A finished index. */
export interface CachedIndex {
  columns: StoryColumns;
  sources: Source[];
  problems: Problem[];
  contents: Content[];
  kept: Kept;
}

interface Header extends Omit<CachedIndex, 'columns'> {
  version: number;
  path: string;
  bytes: number;
  mtimeMs: number;
  ctimeMs: number;
  /** How the dump was read. */
  reading: unknown;
  count: number;
}

/**
 * Keeps a dump's index for the next time. Layout: magic, header length and CRC-32 of all that follows (4 bytes
 * each, little-endian), header as JSON, columns block by block. It can be deleted at any time, and one that does
 * not hold together or belongs to another state of the dump counts as none.
 */
export class IndexCache {
  private readonly folder: string;
  private readonly source: DumpSource;
  private readonly reading: unknown;
  private readonly path: string;
  private readonly hashPath: string;

  /** @param reading how the dump is read, as a value that JSON can hold: another reading has another index */
  constructor(folder: string, source: DumpSource, reading: unknown) {
    this.folder = folder;
    this.source = source;
    this.reading = reading;
    const key = (...parts: string[]) =>
      createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
    this.path = join(folder, `${key(resolve(source.path), JSON.stringify(reading))}.index`);
    this.hashPath = join(folder, `${key(resolve(source.path))}.sha256`);
  }

  /** Null where there is none that can be used. */
  async load(): Promise<CachedIndex | null> {
    let handle: FileHandle;
    try {
      handle = await open(this.path, 'r');
    } catch {
      return null;
    }
    try {
      const found = await this.read(handle);
      // So that a sweep of the cache knows when it was last of use.
      if (found) await utimes(this.path, new Date(), new Date()).catch(() => undefined);
      return found;
    } catch {
      // Whatever is wrong with it, the dump itself can be scanned again.
      return null;
    } finally {
      await handle.close();
    }
  }

  async save(index: CachedIndex): Promise<void> {
    const header: Header = {
      version: VERSION,
      path: resolve(this.source.path),
      bytes: this.source.bytes,
      mtimeMs: this.source.mtimeMs,
      ctimeMs: this.source.ctimeMs,
      reading: this.reading,
      count: index.columns.count,
      sources: index.sources,
      problems: index.problems,
      contents: index.contents,
      kept: index.kept,
    };
    const headerBytes = Buffer.from(JSON.stringify(header));
    const views = viewsOf(index.columns);
    let crc = crc32(headerBytes);
    for (const view of views) crc = crc32(view, crc);
    const prefix = Buffer.alloc(PREFIX_BYTES);
    prefix.write(MAGIC, 'latin1');
    prefix.writeUInt32LE(headerBytes.length, MAGIC.length);
    prefix.writeUInt32LE(crc, MAGIC.length + 4);
    await this.replace(this.path, [prefix, headerBytes, ...views]);
  }

  async loadSha256(): Promise<string | null> {
    try {
      const kept = JSON.parse(await readFile(this.hashPath, 'utf8')) as Record<string, unknown>;
      const { bytes, mtimeMs, ctimeMs } = this.source;
      const holds = kept.bytes === bytes && kept.mtimeMs === mtimeMs && kept.ctimeMs === ctimeMs;
      return holds && typeof kept.sha256 === 'string' && /^[0-9a-f]{64}$/u.test(kept.sha256)
        ? kept.sha256
        : null;
    } catch {
      return null;
    }
  }

  async saveSha256(sha256: string): Promise<void> {
    const { bytes, mtimeMs, ctimeMs } = this.source;
    const kept = JSON.stringify({ bytes, mtimeMs, ctimeMs, sha256 });
    await this.replace(this.hashPath, [Buffer.from(kept)]);
  }

  /** What is found about the likeness of its stories is kept beside the index, and goes with it. */
  forLikeness(): LikenessCache {
    const { bytes, mtimeMs, ctimeMs, path } = this.source;
    const dump = { index: VERSION, path: resolve(path), bytes, mtimeMs, ctimeMs, reading: this.reading };
    return new LikenessCache(this.path.replace(/\.index$/u, '.likeness'), dump);
  }

  private async read(handle: FileHandle): Promise<CachedIndex | null> {
    const start = await readHeader(handle);
    if (start === null || !this.describes(start.header)) return null;
    const { header, headerBytes, crc: expected } = start;
    const columns = new StoryColumns();
    columns.count = header.count;
    for (let at = 0; at < header.count; at += BLOCK_STORIES) columns.blocks.push(new ColumnBlock());
    let crc = crc32(headerBytes);
    for (const view of viewsOf(columns)) crc = crc32(await readFully(handle, view), crc);
    if (crc !== expected) return null;
    const { sources, problems, contents, kept } = header;
    return { columns, sources, problems, contents, kept };
  }

  private describes(header: Header): boolean {
    return (
      header.version === VERSION &&
      header.path === resolve(this.source.path) &&
      header.bytes === this.source.bytes &&
      header.mtimeMs === this.source.mtimeMs &&
      header.ctimeMs === this.source.ctimeMs &&
      JSON.stringify(header.reading) === JSON.stringify(this.reading)
    );
  }

  /** A reader sees the old file or the new one, whole. */
  private async replace(path: string, chunks: Uint8Array[]): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, chunks);
      await rename(temporary, path);
    } catch (thrown) {
      await rm(temporary, { force: true });
      throw thrown;
    }
  }
}

/** The bytes of the filled rows: whole blocks, and of the last one each column's. */
function viewsOf(columns: StoryColumns): Buffer[] {
  return columns.blocks.flatMap((block, number) => {
    const rows = Math.min(BLOCK_STORIES, columns.count - number * BLOCK_STORIES);
    if (rows === BLOCK_STORIES) return [Buffer.from(block.memory)];
    const { start, length, byline, source, day, low, high, time, language, flags } = block;
    return [start, length, byline, source, day, low, high, time, language, flags].map((column) =>
      Buffer.from(block.memory, column.byteOffset, rows * column.BYTES_PER_ELEMENT),
    );
  });
}

async function readFully<B extends Buffer>(handle: FileHandle, buffer: B): Promise<B> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled);
    if (bytesRead === 0) throw new Error('cut short');
    filled += bytesRead;
  }
  return buffer;
}

/** Name of the spool that a cached index is about; null where it has none, or is none itself. */
export async function spoolOfIndex(path: string): Promise<string | null> {
  const handle = await open(path, 'r').catch(() => null);
  try {
    return handle === null ? null : ((await readHeader(handle))?.header.kept?.spool ?? null);
  } catch {
    return null;
  } finally {
    await handle?.close();
  }
}

async function readHeader(
  handle: FileHandle,
): Promise<{ header: Header; headerBytes: Buffer; crc: number } | null> {
  const prefix = await readFully(handle, Buffer.alloc(PREFIX_BYTES));
  const length = prefix.readUInt32LE(MAGIC.length);
  if (prefix.toString('latin1', 0, MAGIC.length) !== MAGIC || length > HEADER_MAX_BYTES) return null;
  const headerBytes = await readFully(handle, Buffer.alloc(length));
  const header = JSON.parse(headerBytes.toString()) as Header;
  return { header, headerBytes, crc: prefix.readUInt32LE(MAGIC.length + 4) };
}
