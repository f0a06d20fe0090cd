import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { Likeness } from './likeness.ts';

/** Goes up with every change of what is found in the same stories, or of this file's layout. */
const VERSION = 1;
const MAGIC = 'uratori-likeness\n';
const PREFIX_BYTES = MAGIC.length + 8;
const COLUMNS = 6;

/**
 * Keeps what was found about a dump for the next time. Layout: magic, header length and CRC-32 of all that follows (4 bytes
 * each, little-endian), header as JSON, columns of numbers (4 bytes each). Whatever is wrong with a file, or belongs to
 * another state of the dump, counts as none.
 */
export class LikenessCache {
  private readonly path: string;
  private readonly identity: unknown;

  /** @param identity of the dump as it was read, as a value that JSON can hold */
  constructor(path: string, identity: unknown) {
    this.path = path;
    this.identity = identity;
  }

  async load(count: number): Promise<Likeness | null> {
    try {
      const bytes = await readFile(this.path);
      const found = this.read(bytes, count);
      if (found) await utimes(this.path, new Date(), new Date()).catch(() => undefined);
      return found;
    } catch {
      return null;
    }
  }

  async save(count: number, { clusters, links, apart }: Likeness): Promise<void> {
    const columns = [clusters.starts, clusters.members, links.starts, links.members, links.keys, apart];
    const lengths = columns.map(({ length }) => length);
    const header = Buffer.from(JSON.stringify({ version: VERSION, identity: this.identity, count, lengths }));
    // Of nothing zlib makes a checksum anew.
    const views = columns
      .filter(({ length }) => length > 0)
      .map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
    const prefix = Buffer.alloc(PREFIX_BYTES);
    prefix.write(MAGIC, 'latin1');
    prefix.writeUInt32LE(header.length, MAGIC.length);
    prefix.writeUInt32LE(
      views.reduce((crc, view) => crc32(view, crc), crc32(header)),
      MAGIC.length + 4,
    );
    await mkdir(dirname(this.path), { recursive: true });
    const temporary = `${this.path}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, [prefix, header, ...views]);
      await rename(temporary, this.path);
    } catch (thrown) {
      await rm(temporary, { force: true });
      throw thrown;
    }
  }

  private read(bytes: Buffer, count: number): Likeness | null {
    if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
    const behind = PREFIX_BYTES + bytes.readUInt32LE(MAGIC.length);
    if (crc32(bytes.subarray(PREFIX_BYTES)) !== bytes.readUInt32LE(MAGIC.length + 4)) return null;
    const header = JSON.parse(bytes.toString('utf8', PREFIX_BYTES, behind));
    const identity = JSON.stringify(this.identity);
    if (header.version !== VERSION || header.count !== count || JSON.stringify(header.identity) !== identity)
      return null;
    let at = behind;
    const columns = (header.lengths as number[]).map((length) => {
      const column = new Uint32Array(length);
      Buffer.from(column.buffer).set(bytes.subarray(at, at + length * 4));
      at += length * 4;
      return column;
    });
    if (at !== bytes.length || columns.length !== COLUMNS) return null;
    const [starts, members, linkStarts, linkMembers, keys, apart] = columns as [
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
    ];
    return new Likeness(
      count,
      { starts, members },
      { starts: linkStarts, members: linkMembers, keys },
      apart,
    );
  }
}
