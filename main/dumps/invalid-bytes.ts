import type { Encoding } from './codec.ts';

/** A run of bytes that decodes to one U+FFFD. Positions and lengths in bytes. */
export interface InvalidBytes {
  byte: number;
  length: number;
}

/** Calls `found` for every invalid sequence of `from`..`to`, as a decoder of the Encoding Standard sees it. */
export function findInvalid(
  encoding: Encoding,
  bytes: Uint8Array,
  from: number,
  to: number,
  found: (index: number, length: number) => void,
): void {
  if (encoding === 'utf-8') findInvalidUtf8(bytes, from, to, found);
  else findInvalidUtf16(bytes, from, to, encoding === 'utf-16le' ? 0 : 1, found);
}

function findInvalidUtf8(
  bytes: Uint8Array,
  from: number,
  to: number,
  found: (index: number, length: number) => void,
): void {
  for (let index = from; index < to; ) {
    const lead = bytes[index] as number;
    if (lead < 0x80) {
      index++;
      continue;
    }
    const needed =
      lead >= 0xc2 && lead <= 0xdf
        ? 1
        : lead >= 0xe0 && lead <= 0xef
          ? 2
          : lead >= 0xf0 && lead <= 0xf4
            ? 3
            : 0;
    // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
    let lower = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let upper = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let length = 1;
    while (length <= needed && index + length < to) {
      const next = bytes[index + length] as number;
      if (next < lower || next > upper) break;
      lower = 0x80;
      upper = 0xbf;
      length++;
    }
    if (needed === 0 || length <= needed) found(index, length);
    index += length;
  }
}

function findInvalidUtf16(
  bytes: Uint8Array,
  from: number,
  to: number,
  low: 0 | 1,
  found: (index: number, length: number) => void,
): void {
  const unit = (index: number) => (bytes[index + low] as number) | ((bytes[index + 1 - low] as number) << 8);
  let index = from;
  for (; index + 1 < to; index += 2) {
    const code = unit(index);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = index + 3 < to ? unit(index + 2) : 0;
    if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) index += 2;
    else found(index, 2);
  }
  if (index < to) found(index, 1);
}
