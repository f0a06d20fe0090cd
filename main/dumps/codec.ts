import { isUtf8 } from 'node:buffer';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const;
/** An encoding whose text is read in place, by byte range. */
export type Encoding = (typeof ENCODINGS)[number];

/** How the bytes of one encoding become lines and text. Positions are indices into `bytes`. */
export interface Codec {
  encoding: Encoding;
  /** Bytes a code unit. Every position is a multiple of it away from the text's start. */
  unit: 1 | 2;
  /** Index of the next line feed in `from`..`to`, or -1. */
  newline(bytes: Buffer, from: number, to: number): number;
  /** The code unit at `index`: a byte of UTF-8, a UTF-16 unit. */
  at(bytes: Buffer, index: number): number;
  /** What cannot be decoded becomes U+FFFD. */
  decode(bytes: Buffer, from: number, to: number): string;
  encode(text: string): Buffer;
  isValid(bytes: Buffer, from: number, to: number): boolean;
}

const utf8: Codec = {
  encoding: 'utf-8',
  unit: 1,
  newline(bytes, from, to) {
    const found = bytes.indexOf(10, from);
    return found >= to ? -1 : found;
  },
  at: (bytes, index) => bytes[index] as number,
  decode: (bytes, from, to) => bytes.toString('utf8', from, to),
  encode: (text) => Buffer.from(text, 'utf8'),
  isValid: (bytes, from, to) => isUtf8(bytes.subarray(from, to)),
};

function utf16(encoding: 'utf-16le' | 'utf-16be'): Codec {
  const low = encoding === 'utf-16le' ? 0 : 1;
  const high = 1 - low;
  // A decoder of our own for each call would cost more than it decodes.
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return {
    encoding,
    unit: 2,
    newline(bytes, from, to) {
      for (let index = from; index + 1 < to; index += 2) {
        if (bytes[index + low] === 10 && bytes[index + high] === 0) return index;
      }
      return -1;
    },
    at: (bytes, index) => (bytes[index + low] as number) | ((bytes[index + high] ?? 0) << 8),
    decode: (bytes, from, to) => decoder.decode(bytes.subarray(from, to)),
    encode(text) {
      const bytes = Buffer.from(text, 'utf16le');
      return encoding === 'utf-16le' ? bytes : bytes.swap16();
    },
    isValid(bytes, from, to) {
      const text = Buffer.from(bytes.subarray(from, to - ((to - from) % 2)));
      if (encoding === 'utf-16be') text.swap16();
      return (to - from) % 2 === 0 && text.toString('utf16le').isWellFormed();
    },
  };
}

const CODECS: Record<Encoding, Codec> = {
  'utf-8': utf8,
  'utf-16le': utf16('utf-16le'),
  'utf-16be': utf16('utf-16be'),
};

export function codecOf(encoding: Encoding): Codec {
  return CODECS[encoding];
}
