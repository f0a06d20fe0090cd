import { ByteReader } from '../byte-reader.ts';
import { type RandomAccess, rangeOf } from '../source.ts';
import {
  CENTRAL_HEADER,
  DESCRIPTOR,
  ENCRYPTED,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  SIZES_BEHIND,
  UTF8_NAME,
  type ZipEntry,
} from './zip-entry.ts';

const SEE_ZIP64 = 0xffffffff;
const ZIP64 = 1;
const SEARCH_BYTES = 1 << 18;

/** A descriptor behind an entry's bytes has no more than so many. */
const DESCRIPTOR_BYTES = 24;

/** The entries of an archive whose directory is missing or damaged, by the header that each one begins with. */
export async function* localHeaders(access: RandomAccess): AsyncGenerator<ZipEntry> {
  for (let at = await find(access, 0, [LOCAL_HEADER]); at !== null; ) {
    const entry = await entryAt(access, at);
    if (entry === null) return;
    yield entry;
    const behind = (entry.data ?? at) + entry.packed;
    at = entry.truncated ? null : await nextHeader(access, behind);
  }
}

/** Mostly right there; a search takes a while. */
async function nextHeader(access: RandomAccess, from: number): Promise<number | null> {
  const near = await access.read(from, DESCRIPTOR_BYTES + LOCAL_HEADER.length);
  const found = near.indexOf(LOCAL_HEADER);
  return found === -1 ? find(access, from, [LOCAL_HEADER]) : from + found;
}

async function entryAt(access: RandomAccess, header: number): Promise<ZipEntry | null> {
  const fixed = await access.read(header, LOCAL_HEADER_BYTES);
  if (fixed.length < LOCAL_HEADER_BYTES) return null;
  const flags = fixed.readUInt16LE(6);
  const nameLength = fixed.readUInt16LE(26);
  const extraLength = fixed.readUInt16LE(28);
  const variable = await access.read(header + LOCAL_HEADER_BYTES, nameLength + extraLength);
  if (variable.length < nameLength + extraLength) return null;
  const data = header + LOCAL_HEADER_BYTES + nameLength + extraLength;
  const entry: ZipEntry = {
    rawName: variable.subarray(0, nameLength),
    utf8: (flags & UTF8_NAME) !== 0,
    encrypted: (flags & ENCRYPTED) !== 0,
    method: fixed.readUInt16LE(8),
    crc: fixed.readUInt32LE(14),
    packed: fixed.readUInt32LE(18),
    unpacked: fixed.readUInt32LE(22),
    data,
    header,
    link: false,
    truncated: false,
  };
  applyZip64(entry, variable.subarray(nameLength));
  const known = (flags & SIZES_BEHIND) === 0 || entry.packed > 0;
  if (!known) Object.assign(entry, await sizesBehind(access, data));
  if (data + entry.packed > access.bytes) {
    return { ...entry, packed: access.bytes - data, crc: null, unpacked: null, truncated: true };
  }
  return entry;
}

function applyZip64(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64 || at + 20 > extra.length) continue;
    if (entry.unpacked === SEE_ZIP64) entry.unpacked = Number(extra.readBigUInt64LE(at + 4));
    if (entry.packed === SEE_ZIP64) entry.packed = Number(extra.readBigUInt64LE(at + 12));
  }
}

/** Sizes that were written behind the bytes (APPNOTE.TXT 4.3.9): found where they tell the distance that they are away. */
async function sizesBehind(
  access: RandomAccess,
  data: number,
): Promise<Pick<ZipEntry, 'packed' | 'unpacked' | 'crc' | 'truncated'>> {
  const unknown = { unpacked: null, crc: null };
  let from = data;
  for (;;) {
    const at = await find(access, from, [DESCRIPTOR, LOCAL_HEADER, CENTRAL_HEADER]);
    if (at === null) return { ...unknown, packed: access.bytes - data, truncated: true };
    const descriptor = await access.read(at, DESCRIPTOR_BYTES);
    // Whoever leaves out the descriptor's signature still begins the next header with one.
    if (!descriptor.subarray(0, 4).equals(DESCRIPTOR))
      return { ...unknown, packed: at - data, truncated: false };
    const packed = at - data;
    const crc = descriptor.length < 16 ? null : descriptor.readUInt32LE(4);
    if (descriptor.length >= 16 && descriptor.readUInt32LE(8) === packed) {
      return { packed, unpacked: descriptor.readUInt32LE(12), crc, truncated: false };
    }
    if (descriptor.length >= DESCRIPTOR_BYTES && Number(descriptor.readBigUInt64LE(8)) === packed) {
      return { packed, unpacked: Number(descriptor.readBigUInt64LE(16)), crc, truncated: false };
    }
    from = at + 1;
  }
}

/** Where the first of some signatures stands, `from` on. */
async function find(
  access: RandomAccess,
  from: number,
  signatures: readonly Buffer[],
): Promise<number | null> {
  const reader = new ByteReader(rangeOf(access, from, access.bytes));
  for (;;) {
    const bytes = await reader.peek(SEARCH_BYTES);
    const found = signatures.map((signature) => bytes.indexOf(signature)).filter((index) => index !== -1);
    if (found.length > 0) return from + reader.position + Math.min(...found);
    if (bytes.length < SEARCH_BYTES) return null;
    reader.skip(bytes.length - 3);
  }
}
