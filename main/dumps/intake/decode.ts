import { isAscii } from 'node:buffer';
import { decideEncoding, type EncodingHints } from './decide-encoding.ts';
import { DECLARED_WITHIN, declaredEncoding } from './declared-encoding.ts';
import { type Decoder, decoderOf, type Invalid } from './decoder.ts';
import { byteOrderMark, isUtf32, SAMPLE_BYTES } from './guess-encoding.ts';

/** How a text was decoded. */
export interface Decoded {
  encoding: string;
  invalid: Invalid | null;
}

/** A byte order mark has at most so many bytes, that of UTF-32 included. */
const MARK_BYTES = 4;

/**
 * Decodes a text of any size. The encoding is decided where the text is first other than ASCII, since up to there it
 * makes no difference.
 * @param done called at the end of the text
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  hints: EncodingHints,
  done: (decoded: Decoded) => void,
): AsyncGenerator<string> {
  const reader = new TextReader(hints);
  for await (const chunk of chunks) {
    const text = reader.push(asBuffer(chunk));
    if (text !== '') yield text;
  }
  const rest = reader.end();
  if (rest !== '') yield rest;
  done(reader.decoded);
}

/** The text at the beginning of something, empty for what is no text. */
export function decodeHead(bytes: Buffer, whole: boolean, hints: EncodingHints): string {
  const reader = new TextReader(hints);
  const text = reader.push(bytes) + (whole ? reader.end() : reader.decide(false));
  return reader.isText ? text : '';
}

class TextReader {
  /** False for what only looked like text to nobody; it is decoded as UTF-8 all the same. */
  isText = true;
  private readonly hints: EncodingHints;
  private encoding = 'utf-8';
  private decoder: Decoder | null = null;
  /** What was not decoded yet, and how many bytes were before it. */
  private pending: Buffer = Buffer.alloc(0);
  private offset = 0;
  private start: Buffer = Buffer.alloc(0);

  constructor(hints: EncodingHints) {
    this.hints = hints;
  }

  get decoded(): Decoded {
    return { encoding: this.encoding, invalid: this.decoder?.invalid ?? null };
  }

  push(bytes: Buffer): string {
    if (this.decoder !== null) return this.decoder.push(bytes);
    if (this.start.length < DECLARED_WITHIN) {
      this.start = Buffer.concat([this.start, bytes.subarray(0, DECLARED_WITHIN - this.start.length)]);
    }
    this.pending = this.pending.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.pending, bytes]);
    if (this.offset === 0) {
      if (this.pending.length < MARK_BYTES) return '';
      if (this.takeMark()) return this.decodePending();
      if (this.hints.choiceIsForThis && this.hints.choice !== null) return this.decide(false);
    }
    const plain = this.takePlain();
    return this.pending.length < SAMPLE_BYTES ? plain : plain + this.decide(false);
  }

  end(): string {
    if (this.offset === 0 && this.decoder === null) this.takeMark();
    return this.decide(true) + (this.decoder?.end() ?? '');
  }

  /** Decodes what is pending, now or never. */
  decide(whole: boolean): string {
    if (this.decoder === null && this.pending.length > 0) {
      const inMarkup = declaredEncoding(this.start);
      const declared = inMarkup === null ? this.hints.declared : [...this.hints.declared, inMarkup];
      const sample = this.pending.subarray(0, SAMPLE_BYTES);
      const all = whole && sample.length === this.pending.length;
      const decided = decideEncoding(sample, all, { ...this.hints, declared });
      this.isText = decided !== null;
      this.decodeAs(decided ?? 'utf-8');
    }
    return this.decodePending();
  }

  private takeMark(): boolean {
    const mark = isUtf32(this.pending) ? null : byteOrderMark(this.pending);
    if (mark === null) return false;
    this.skip(mark.length);
    this.decodeAs(mark.encoding);
    return true;
  }

  /** ASCII in front of the first line that is anything else. */
  private takePlain(): string {
    const length = plainLength(this.pending);
    const text = this.pending.toString('latin1', 0, length);
    this.skip(length);
    return text;
  }

  private skip(bytes: number): void {
    this.pending = this.pending.subarray(bytes);
    this.offset += bytes;
  }

  private decodeAs(encoding: string): void {
    this.encoding = encoding;
    this.decoder = decoderOf(encoding, this.offset);
  }

  private decodePending(): string {
    const bytes = this.pending;
    this.pending = Buffer.alloc(0);
    return this.decoder?.push(bytes) ?? '';
  }
}

/** How many bytes in front are whole lines of ASCII that mean the same in every encoding. */
function plainLength(bytes: Buffer): number {
  if (isPlain(bytes)) return bytes.length;
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (isPlain(bytes.subarray(low, middle))) low = middle;
    else high = middle;
  }
  return low === 0 ? 0 : bytes.lastIndexOf(10, low - 1) + 1;
}

/** No NUL, which UTF-16 has, nor the escape sequences of ISO-2022-JP. */
function isPlain(bytes: Buffer): boolean {
  return isAscii(bytes) && !bytes.includes(0) && !bytes.includes(0x1b);
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
