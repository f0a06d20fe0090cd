import { sha256 } from 'multiformats/hashes/sha2';
import { ByteWindow } from '../reading/byte-window.ts';

/** A block with the length and the CID in front of it. Positions are 0-based bytes of the file. */
export interface Section {
  start: number;
  data: number;
  end: number;
  /** SHA-256 of the data by its CID, a character a byte. */
  hash: string;
}

/** No block of a repository is larger; a longer one is a length that was damaged. In bytes. */
export const BLOCK_LIMIT = 1 << 22;
/** CIDv1, a codec of one byte, SHA-256 of 32 bytes: the only ones in repositories (atproto.com/specs/data-model). */
const CID_BYTES = 36;
const VARINT_BYTES = 4;
/** So many bytes are hashed in search of blocks behind damaged ones; more is a file made to take long. */
const SEARCH_LIMIT = 1 << 28;

/** Finds sections in a CAR file, from its beginning to its end. */
export class SectionReader {
  private readonly window: ByteWindow;
  private searched = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.window = new ByteWindow(chunks);
  }

  /** Position behind the last byte that was read. */
  get end(): number {
    return this.window.end;
  }

  async close(): Promise<void> {
    await this.window.close();
  }

  /** Where the first section begins; null for what does not begin with a header. */
  async headerEnd(): Promise<number | null> {
    await this.reach(0);
    const varint = this.varintAt(0);
    if (varint === null || varint.value < 8 || varint.value > 1 << 16) return null;
    if (!(await this.window.has(varint.bytes, varint.value))) return null;
    return isHeader(this.window.bytes(varint.bytes, varint.value)) ? varint.bytes + varint.value : null;
  }

  /** Makes a section's length and CID be at hand; false where nothing is left. */
  async reach(at: number): Promise<boolean> {
    if (this.window.holds(at, VARINT_BYTES + CID_BYTES)) return true;
    return (await this.window.has(at, VARINT_BYTES + CID_BYTES)) || this.window.holds(at, 1);
  }

  /** The section that begins at a byte that was reached; null where none does. */
  sectionAt(start: number): Section | null {
    const varint = this.varintAt(start);
    if (varint === null || varint.value <= CID_BYTES || varint.value > BLOCK_LIMIT) return null;
    const cid = start + varint.bytes;
    if (!this.window.holds(cid, CID_BYTES) || !isCid(this.window.bytes(cid, 4), 0)) return null;
    const hash = String.fromCharCode(...this.window.bytes(cid + 4, 32));
    return { start, data: cid + CID_BYTES, end: cid + varint.value, hash };
  }

  /** Makes a section's data be at hand; false where the file ends before it does. What stands in front is let go. */
  async load({ start, end }: Section): Promise<boolean> {
    this.window.forget(start);
    return this.window.holds(start, end - start) || (await this.window.has(start, end - start));
  }

  /** The data of a section that was loaded; valid until more is read. */
  dataOf({ data, end }: Section): Uint8Array {
    return this.window.bytes(data, end - data);
  }

  async isSound(section: Section): Promise<boolean> {
    const { digest } = await sha256.digest(this.dataOf(section) as Uint8Array<ArrayBuffer>);
    for (let at = 0; at < digest.length; at++) if (digest[at] !== section.hash.charCodeAt(at)) return false;
    return true;
  }

  /** Where the next sound section begins, at a byte or behind it; null where there is none. */
  async next(from: number): Promise<number | null> {
    for (let cid = from; await this.window.has(cid, CID_BYTES); cid++) {
      const hit = this.nextCid(cid);
      if (hit === null) {
        // The first bytes of a CID may stand at the end of what is at hand.
        cid = Math.max(cid, this.window.end - 4);
        this.window.forget(cid - VARINT_BYTES);
        continue;
      }
      cid = hit;
      for (let start = Math.max(from, cid - VARINT_BYTES); start < cid; start++) {
        await this.reach(start);
        const section = this.sectionAt(start);
        if (section?.data !== cid + CID_BYTES || !(await this.load(section))) continue;
        this.searched += section.end - section.data;
        if (this.searched > SEARCH_LIMIT) return null;
        if (await this.isSound(section)) return start;
      }
    }
    return null;
  }

  /** Where the next CID begins among the bytes at hand. */
  private nextCid(from: number): number | null {
    const bytes = this.window.bytes(from, this.window.end - from);
    for (let at = bytes.indexOf(0x12, 2); at !== -1; at = bytes.indexOf(0x12, at + 1))
      if (isCid(bytes, at - 2)) return from + at - 2;
    return null;
  }

  private varintAt(at: number): { value: number; bytes: number } | null {
    let value = 0;
    for (let bytes = 0; bytes < VARINT_BYTES && this.window.holds(at + bytes, 1); bytes++) {
      const byte = this.window.byte(at + bytes);
      value += (byte & 0x7f) << (7 * bytes);
      if (byte < 0x80) return { value, bytes: bytes + 1 };
    }
    return null;
  }
}

function isCid(bytes: Uint8Array, at: number): boolean {
  const codec = bytes[at + 1];
  return (
    bytes[at] === 0x01 &&
    (codec === 0x71 || codec === 0x55) &&
    bytes[at + 2] === 0x12 &&
    bytes[at + 3] === 0x20
  );
}

/** True for the DAG-CBOR of `{roots, version}`. */
function isHeader(bytes: Uint8Array): boolean {
  return bytes[0] === 0xa2 && String.fromCharCode(...bytes.subarray(1, 7)) === 'eroots';
}
