import { createReadStream } from 'node:fs';
import { constants, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeDurably } from '../durable-file.ts';
import { writeProblem } from './write-problem.ts';

/** Bytes that the file of the past has at most; beyond that its older half goes. */
export const PAST_BYTES = 32 * 1024 * 1024;

/**
 * Where the journal's lines go that no recovery needs any more: what was changed before the oldest backup, as history
 * for people. Nothing is rebuilt from it without checking every line, so a torn or doubled one does no harm.
 */
export class PastFile {
  readonly #path: string;
  readonly #most: number;

  constructor(path: string, most = PAST_BYTES) {
    this.#path = path;
    this.#most = most;
  }

  /**
   * Durable once it resolves. Lines that a crash had begun to write stay torn, and these begin on a line of their own.
   * @throws UratoriError `disk-full`, `write-failed`
   */
  async append(lines: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    try {
      const size = await this.#append(lines);
      if (size > this.#most) await this.#shorten(size);
    } catch (thrown) {
      throw writeProblem(thrown, this.#path);
    }
  }

  async #append(lines: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
    const isNew = (await sizeOf(this.#path)) === null;
    const file = await open(this.#path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o666);
    try {
      const { size } = await file.stat();
      if (size > 0) {
        const last = Buffer.alloc(1);
        await file.read(last, 0, 1, size - 1);
        if (last[0] !== FEED) await file.appendFile('\n');
      }
      for await (const chunk of lines) await file.appendFile(chunk);
      await file.datasync();
      return (await file.stat()).size;
    } finally {
      await file.close();
      if (isNew) await syncFolder(dirname(this.#path));
    }
  }

  /** The newer half stays, from a whole line on. */
  async #shorten(size: number): Promise<void> {
    const from = size - Math.floor(this.#most / 2);
    await writeDurably(this.#path, afterFirstFeed(createReadStream(this.#path, { start: from })));
  }
}

const FEED = 0x0a;

async function* afterFirstFeed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let found = false;
  for await (const chunk of chunks) {
    if (found) {
      yield chunk;
      continue;
    }
    const feed = chunk.indexOf(FEED);
    if (feed < 0) continue;
    found = true;
    yield chunk.subarray(feed + 1);
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
