import { isUtf8 } from 'node:buffer';
import { TextDecoder } from '@exodus/bytes/encoding.js';
import { findInvalid } from '../invalid-bytes.ts';
import { completeUtf8 } from './guess-encoding.ts';

/** What of a text could not be decoded. */
export interface Invalid {
  /** Sequences that became U+FFFD. */
  count: number;
  /** Where the first one starts, in bytes from the text's first byte. */
  byte: number;
}

/** Decodes a text in pieces, without ever cutting a surrogate pair. A byte order mark is a character like others. */
export interface Decoder {
  push(bytes: Buffer): string;
  /** What is left at the end. */
  end(): string;
  readonly invalid: Invalid | null;
}

/**
 * A decoder of the Encoding Standard.
 * @param encoding a name of the standard in lower case
 * @param offset bytes of the text that were read before
 */
export function decoderOf(encoding: string, offset: number): Decoder {
  switch (encoding) {
    case 'utf-8':
      return new Utf8(offset);
    case 'utf-16le':
    case 'utf-16be':
      return new Utf16(encoding, offset);
    default:
      return new Legacy(encoding, offset);
  }
}

/** Counts what is invalid in bytes that hold whole characters. */
abstract class Unicode implements Decoder {
  invalid: Invalid | null = null;
  private carry: Buffer = Buffer.alloc(0);
  private offset: number;

  constructor(offset: number) {
    this.offset = offset;
  }

  push(bytes: Buffer): string {
    const all = this.carry.length === 0 ? bytes : Buffer.concat([this.carry, bytes]);
    const whole = this.complete(all);
    // A copy, since whoever gave the bytes may use their memory again.
    this.carry = Buffer.from(all.subarray(whole.length));
    return this.take(whole);
  }

  end(): string {
    const rest = this.carry;
    this.carry = Buffer.alloc(0);
    return this.take(rest);
  }

  /** Without a character at the end that goes on in the next piece. */
  protected abstract complete(bytes: Buffer): Buffer;
  protected abstract decode(bytes: Buffer, found: (index: number) => void): string;

  private take(bytes: Buffer): string {
    if (bytes.length === 0) return '';
    const text = this.decode(bytes, (index) => {
      this.invalid ??= { count: 0, byte: this.offset + index };
      this.invalid.count++;
    });
    this.offset += bytes.length;
    return text;
  }
}

class Utf8 extends Unicode {
  protected complete(bytes: Buffer): Buffer {
    return completeUtf8(bytes);
  }

  protected decode(bytes: Buffer, found: (index: number) => void): string {
    // Node's own check costs next to nothing; most texts are valid.
    if (!isUtf8(bytes)) findInvalid('utf-8', bytes, 0, bytes.length, found);
    return bytes.toString('utf8');
  }
}

class Utf16 extends Unicode {
  private readonly encoding: 'utf-16le' | 'utf-16be';

  constructor(encoding: 'utf-16le' | 'utf-16be', offset: number) {
    super(offset);
    this.encoding = encoding;
  }

  protected complete(bytes: Buffer): Buffer {
    const length = bytes.length - (bytes.length % 2);
    if (length === 0) return bytes.subarray(0, 0);
    const high = bytes[length - (this.encoding === 'utf-16le' ? 1 : 2)] as number;
    const cut = high >= 0xd8 && high < 0xdc;
    return bytes.subarray(0, cut ? length - 2 : length);
  }

  protected decode(bytes: Buffer, found: (index: number) => void): string {
    // What is left at the end is half a pair, half a unit or both: one error by the standard.
    if (this.complete(bytes).length < bytes.length) {
      found(0);
      return '\ufffd';
    }
    const text = (this.encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16()).toString('utf16le');
    if (text.isWellFormed()) return text;
    findInvalid(this.encoding, bytes, 0, bytes.length, found);
    return text.toWellFormed();
  }
}

/**
 * All other encodings. The decoder is not Node's: that one drops ASCII characters behind invalid bytes in Shift_JIS
 * and reads characters of JIS X 0212 that the standard has not.
 */
class Legacy implements Decoder {
  invalid: Invalid | null = null;
  private readonly encoding: string;
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private offset: number;
  /** The end of the piece before: it says in which state the decoder came to this one. */
  private before: Buffer = Buffer.alloc(0);

  constructor(encoding: string, offset: number) {
    this.encoding = encoding;
    this.decoder = new TextDecoder(encoding);
    this.offset = offset;
  }

  push(bytes: Buffer): string {
    return this.take(this.decoder.decode(bytes, { stream: true }), bytes);
  }

  end(): string {
    return this.take(this.decoder.decode(), Buffer.alloc(0));
  }

  private take(text: string, bytes: Buffer): string {
    const count = text.includes('\ufffd') ? text.split('\ufffd').length - 1 : 0;
    if (this.invalid !== null) this.invalid.count += count;
    else if (count > 0) this.invalid = { count, byte: this.offset + this.firstInvalid(bytes) };
    else this.remember(bytes);
    this.offset += bytes.length;
    return text;
  }

  private remember(bytes: Buffer): void {
    const all = bytes.length < STATE_BYTES ? Buffer.concat([this.before, bytes]) : bytes;
    this.before = Buffer.from(all.subarray(-STATE_BYTES));
  }

  /** Index of the first invalid sequence; less than 0 where it begins in a piece before. */
  private firstInvalid(bytes: Buffer): number {
    const known = this.before.length;
    const all = Buffer.concat([this.before, bytes]);
    const block = this.invalidBlock(all, known);
    const from = Math.max(0, block - STATE_BYTES);
    // Once more, byte by byte: the sequence starts behind the last byte that gave a character.
    const decoder = new TextDecoder(this.encoding);
    let start = from;
    for (let index = from; index < all.length; index++) {
      const text = decoder.decode(all.subarray(index, index + 1), { stream: true });
      if (index >= block && text.includes('\ufffd')) break;
      if (text !== '') start = index + 1;
    }
    return start - known;
  }

  /** Where the first block starts, from `from` on, that decodes to U+FFFD. */
  private invalidBlock(bytes: Buffer, from: number): number {
    const decoder = new TextDecoder(this.encoding);
    decoder.decode(bytes.subarray(0, from), { stream: true });
    let at = from;
    while (at < bytes.length) {
      if (decoder.decode(bytes.subarray(at, at + BLOCK_BYTES), { stream: true }).includes('\ufffd')) break;
      at += BLOCK_BYTES;
    }
    return at;
  }
}

const BLOCK_BYTES = 1 << 10;
/** So far back there is always a line break or an escape sequence that leaves no doubt. */
const STATE_BYTES = 1 << 12;
