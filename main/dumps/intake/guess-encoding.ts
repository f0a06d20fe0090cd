import { isAscii, isUtf8 } from 'node:buffer';
import { codecOf } from '../codec.ts';
import { findInvalid } from '../invalid-bytes.ts';
import { count, legacyEncoding } from './legacy-encoding.ts';

/** So many bytes tell an encoding. */
export const SAMPLE_BYTES = 1 << 16;

/** Fewer NULs than this share are strays in a text, more mean that it is none. */
const BINARY_SHARE = 0.001;
/** Text has next to no other control characters either. */
const CONTROL_SHARE = 0.02;

/** The encoding that a byte order mark tells, and the mark's length in bytes. */
export function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-32 is not of the Encoding Standard, and its little-endian mark begins like that of UTF-16. */
export function isUtf32(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]);
}

/**
 * The encoding that bytes without a byte order mark are likely in, by its name in the Encoding Standard in lower
 * case. Null: they are no text.
 * @param whole nothing follows; otherwise the last character may be cut
 */
export function guessEncoding(sample: Buffer, whole: boolean): string | null {
  if (isAscii(sample) && !sample.includes(0) && !sample.includes(0x1b)) return 'utf-8';
  const nulls = countNulls(sample);
  if (nulls.even + nulls.odd > 0) {
    const utf16 = looksLikeUtf16(sample, nulls);
    if (utf16 !== null) return utf16;
    const many = (nulls.even + nulls.odd) / sample.length > BINARY_SHARE;
    if (many || !isUtf8(completeUtf8(sample))) return null;
  }
  if (hasIso2022(sample)) return 'iso-2022-jp';
  const text = whole ? sample : completeUtf8(sample);
  if (isUtf8(text)) return 'utf-8';
  if (controls(text) > text.length * CONTROL_SHARE) return null;
  return isDamagedUtf8(text) ? 'utf-8' : legacyEncoding(text);
}

const startsWith = (bytes: Uint8Array, start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** Without a character at the end that a cut went through. */
export function completeUtf8(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

function countNulls(bytes: Buffer): { even: number; odd: number } {
  const nulls = { even: 0, odd: 0 };
  for (let index = bytes.indexOf(0); index !== -1; index = bytes.indexOf(0, index + 1)) {
    if (index % 2 === 0) nulls.even++;
    else nulls.odd++;
  }
  return nulls;
}

function controls(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte < 32 && (byte < 9 || byte > 13) && byte !== 0x1b) count++;
  return count;
}

/** UTF-16 without a mark: the zero bytes of its ASCII characters all stand on one side, and it decodes to plain text. */
function looksLikeUtf16(bytes: Buffer, { even, odd }: { even: number; odd: number }): string | null {
  if (Math.min(even, odd) > Math.max(even, odd) * 0.01) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = codecOf(encoding).decode(bytes, 0, bytes.length - (bytes.length % 2));
  const control = count(text, /[^\P{Cc}\t\n\v\f\r]|[\ufffe\uffff]/gu);
  const ascii = count(text, /[\t\n\r -~]/gu);
  // In half of all binary files some text has one zero byte a line; real text is characters that people use.
  const known = count(text, /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\s]/gu);
  const plausible = control === 0 && count(text, /\ufffd/g) <= 1 && ascii > 0 && known >= text.length * 0.95;
  return plausible ? encoding : null;
}

function hasIso2022(bytes: Buffer): boolean {
  return ['\x1b$B', '\x1b$@', '\x1b$(D', '\x1b(J', '\x1b(I'].some((shift) =>
    bytes.includes(shift, 0, 'latin1'),
  );
}

/** Some wrong bytes in a text that is UTF-8 otherwise. */
function isDamagedUtf8(bytes: Buffer): boolean {
  let invalid = 0;
  findInvalid('utf-8', bytes, 0, bytes.length, () => {
    invalid++;
  });
  const characters = count(bytes.toString('utf8'), /[^\p{ASCII}\ufffd]/gu);
  return characters > 0 && invalid <= characters;
}
