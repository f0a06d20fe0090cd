import { decode } from '@ipld/dag-cbor';
import { CID } from 'multiformats/cid';
import { type JsonObject, objectOf } from '../reading/shape.ts';

/** The object in a block of DAG-CBOR; null for what is none. Links are CIDs, byte strings are `Uint8Array`. */
export function decodeBlock(bytes: Uint8Array): JsonObject | null {
  try {
    return objectOf(decode(bytes));
  } catch {
    return null;
  }
}

/** The same, as JSON would have it; null for what is no object. */
export function decodeRecord(bytes: Uint8Array): JsonObject | null {
  try {
    return objectOf(asJson(decode(bytes)));
  } catch {
    return null;
  }
}

/** The hash that a link leads to, a character a byte; null for what is no link. */
export function hashOfLink(value: unknown): string | null {
  const cid = CID.asCID(value);
  return cid === null ? null : String.fromCharCode(...cid.multihash.digest);
}

/** The same value with links as JSON writes them: `{$link}` (atproto.com/specs/data-model). Byte strings are left out. */
function asJson(value: unknown): unknown {
  const cid = CID.asCID(value);
  if (cid !== null) return { $link: cid.toString() };
  if (value instanceof Uint8Array) return null;
  if (Array.isArray(value)) return value.map(asJson);
  const object = objectOf(value);
  if (object === null) return value;
  return Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, asJson(inner)]));
}

/** `$type` as a key, behind the sign that five letters follow. */
const TYPE = [0x65, 0x24, 0x74, 0x79, 0x70, 0x65];

/**
 * The type of a record, without decoding it: keys are sorted by length, and no shorter one has a type inside. null
 * where there is none.
 */
export function typeIn(bytes: Uint8Array): string | null {
  let at = bytes.indexOf(0x24) - 1;
  while (at >= 0 && !TYPE.every((byte, index) => bytes[at + index] === byte))
    at = bytes.indexOf(0x24, at + 2) - 1;
  if (at < 0) return null;
  // The sign of a string has its length in it up to 23; a longer one stands in the next byte.
  const sign = bytes[at + TYPE.length] ?? 0;
  const start = at + TYPE.length + (sign === 0x78 ? 2 : 1);
  const length = sign === 0x78 ? (bytes[start - 1] ?? 0) : sign - 0x60;
  return length < 1 || length > 0xff ? null : String.fromCharCode(...bytes.subarray(start, start + length));
}
