import * as zlib from 'node:zlib';
import { type Outcome, type Unpacker, unpack } from '../unpack.ts';
import { hasControls } from './text-like.ts';

/** A body without its content coding (RFC 9110, 8.4). */
export interface Decoded {
  body: Buffer;
  state: Outcome['state'] | 'too-large';
}

interface Coding {
  /** All at once, which is fastest for what is whole. */
  decode: (bytes: Buffer, options: { maxOutputLength: number }) => Buffer;
  /** In steps, which gives the beginning of what is not. */
  unpacker: () => Unpacker;
}

const GZIP: Coding = { decode: zlib.gunzipSync, unpacker: zlib.createGunzip };
const ZLIB: Coding = { decode: zlib.inflateSync, unpacker: zlib.createInflate };
const RAW: Coding = { decode: zlib.inflateRawSync, unpacker: zlib.createInflateRaw };
const BROTLI: Coding = { decode: zlib.brotliDecompressSync, unpacker: zlib.createBrotliDecompress };
const ZSTD: Coding = { decode: zlib.zstdDecompressSync, unpacker: zlib.createZstdDecompress };
const ZSTD_MAGIC = 0xfd2fb528;

/**
 * Undoes the codings that a `Content-Encoding` names. A body that does not look coded was decoded by whoever archived
 * it, as Common Crawl and ClueWeb do, and is left as it is.
 * @param limit bytes that are given at most
 */
export async function decodeContent(body: Buffer, codings: string, limit: number): Promise<Decoded> {
  let decoded: Decoded = { body, state: 'complete' };
  for (const name of codings.toLowerCase().split(',').reverse()) {
    const coding = codingOf(name.trim(), decoded.body);
    if (coding !== null) decoded = await decode(decoded.body, coding, limit);
    if (decoded.state !== 'complete') break;
  }
  return decoded;
}

function codingOf(name: string, body: Buffer): Coding | null {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return body[0] === 0x1f && body[1] === 0x8b ? GZIP : null;
    case 'deflate':
      // Meant is zlib's format; some servers send the bare stream.
      if (body.length >= 2 && (body[0] as number) % 16 === 8 && body.readUInt16BE(0) % 31 === 0) return ZLIB;
      return hasControls(body) ? RAW : null;
    case 'br':
      return hasControls(body) ? BROTLI : null;
    case 'zstd':
      return body.length >= 4 && body.readUInt32LE(0) === ZSTD_MAGIC && 'zstdDecompressSync' in zlib
        ? ZSTD
        : null;
    default:
      return null;
  }
}

async function decode(body: Buffer, { decode, unpacker }: Coding, limit: number): Promise<Decoded> {
  try {
    return { body: decode(body, { maxOutputLength: limit }), state: 'complete' };
  } catch {
    return inSteps(body, unpacker(), limit);
  }
}

async function inSteps(body: Buffer, unpacker: Unpacker, limit: number): Promise<Decoded> {
  const parts: Buffer[] = [];
  let have = 0;
  const run = unpack(only(body), unpacker);
  try {
    for (;;) {
      const step = await run.next();
      if (step.done) return { body: Buffer.concat(parts), state: step.value.state };
      parts.push(step.value);
      have += step.value.length;
      if (have > limit) return { body: Buffer.concat(parts).subarray(0, limit), state: 'too-large' };
    }
  } finally {
    await run.return({ state: 'complete', consumed: 0 });
  }
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
