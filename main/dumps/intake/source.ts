import type { Problem } from '../../../app/problem.ts';

/** Takes what cannot be read, while the reading goes on. */
export type Report = (problem: Problem) => void;

export const ignore: Report = () => {};

/** Bytes that can be read at any place. */
export interface RandomAccess {
  readonly bytes: number;
  /** Up to `length` bytes at a byte position; fewer only at the end. */
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Bytes with a name, readable again and again: a file, an entry of an archive, a record of a web archive. */
export interface Source {
  /** Path within the dump, with `/`. */
  readonly name: string;
  /** Null where the container does not tell. */
  readonly bytes: number | null;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly date: string | null;
  /** Label of the encoding that the container declares; null where it does not. */
  readonly charset: string | null;
  /** Never throws because of what it reads. @param from byte to begin at */
  read(report: Report, from?: number): AsyncIterable<Uint8Array>;
  /** Null where it can only be read from front to end. */
  access(): Promise<RandomAccess | null>;
}

/** Tells sources from problems in a list of entries. */
export function isSource(item: Source | Problem): item is Source {
  return !('code' in item);
}

/** What a source without a web address is. */
export const PLAIN = { mediaType: null, url: null, date: null, charset: null } as const;

/** So much is read at a time: enough that the calls cost nothing, little enough for the processor's cache. */
export const READ_BYTES = 1 << 18;

/** The bytes from `start` to before `end`, in pieces. */
export async function* rangeOf(access: RandomAccess, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const bytes = await access.read(at, Math.min(READ_BYTES, end - at));
    if (bytes.length === 0) return;
    at += bytes.length;
    yield bytes;
  }
}

/** Leaves out the first `from` bytes, for what can only be read from its start. */
export async function* skipBytes(
  chunks: AsyncIterable<Uint8Array>,
  from: number,
): AsyncGenerator<Uint8Array> {
  let left = from;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** The first `length` bytes, or fewer where there are no more. */
export async function firstBytes(chunks: AsyncIterable<Uint8Array>, length: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let have = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    have += chunk.length;
    if (have >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}
