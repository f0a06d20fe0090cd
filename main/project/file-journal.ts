import { constants, type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeDurably } from '../durable-file.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { decodeLine, encodeLine } from './journal-line.ts';
import { type JournalLine, scanJournal } from './journal-scan.ts';
import { writeProblem } from './write-problem.ts';

const READ_SIZE = 256 * 1024;

/** Where an entry's line begins, in bytes. */
interface Place {
  sequence: number;
  start: number;
}

/** The journal as a file beside the project: a JSON line an entry, appended and synced before anyone is told. */
export class FileJournal implements Journal {
  readonly #path: string;
  readonly #projectId: string;
  #handle: FileHandle | null = null;
  #places: Place[];
  /** Where the last good line ends: what lies behind it is the rest of a failed write. */
  #end: number;
  /** What a failure left in doubt: bytes behind the end, or (after a failed fsync) whether the file's are on the disk at all. */
  #doubt: 'none' | 'tail' | 'file' = 'none';
  #turn: Promise<unknown> = Promise.resolve();

  /** `lines` is what the file holds, all of it good. */
  constructor(path: string, projectId: string, lines: readonly JournalLine[]) {
    this.#path = path;
    this.#projectId = projectId;
    this.#places = lines.map((line) => ({ sequence: line.sequence as number, start: line.start }));
    this.#end = lines.at(-1)?.end ?? 0;
  }

  /** Bytes. */
  get size(): number {
    return this.#end;
  }

  append(entries: readonly JournalEntry[]): Promise<void> {
    return this.#alone(async () => {
      try {
        await this.#mend();
        await this.#write(entries);
      } catch (thrown) {
        throw writeProblem(thrown, this.#path);
      }
    });
  }

  async readFrom(sequence: number): Promise<JournalEntry[]> {
    const lines = await this.#alone(() => scanJournal(this.#path, this.#projectId));
    return lines
      .filter((line) => line.end <= this.#end && (line.sequence ?? 0) > sequence)
      .map((line) => decodeLine(line.bytes) as JournalEntry);
  }

  /**
   * Lets go of the entries up to a sequence, by a new file that is renamed over the old one: whoever dies here
   * leaves one or the other. Appends wait meanwhile.
   * @param keep is given the lines first; they go only when it is done
   * @throws UratoriError `disk-full`, `write-failed`, or what `keep` throws: then all entries are still there
   */
  async compact(
    upTo: number,
    keep: (lines: AsyncIterable<Uint8Array>) => Promise<void> = async () => undefined,
  ): Promise<void> {
    try {
      await this.#alone(async () => {
        const first = this.#places.find((place) => place.sequence > upTo);
        if (first === this.#places[0]) return;
        const from = first ? first.start : this.#end;
        await keep(bytesBetween(await this.#opened(), 0, from));
        await this.#replace(from);
      });
    } catch (thrown) {
      throw writeProblem(thrown, this.#path);
    }
  }

  async close(): Promise<void> {
    await this.#alone(async () => {
      const handle = this.#handle;
      this.#handle = null;
      await handle?.close();
    });
  }

  async #write(entries: readonly JournalEntry[]): Promise<void> {
    const handle = await this.#opened();
    const places: Place[] = [];
    const parts: Buffer[] = [];
    let end = this.#end;
    for (const entry of entries) {
      const line = Buffer.from(encodeLine(entry, this.#projectId));
      places.push({ sequence: entry.sequence, start: end });
      parts.push(line);
      end += line.length;
    }
    this.#doubt = 'tail';
    await writeAt(handle, Buffer.concat(parts), this.#end).catch(async (error: unknown) => {
      // At once, so that not even a crash finds half a line; if it fails, the next append tries again.
      await handle.truncate(this.#end).catch(() => undefined);
      throw error;
    });
    this.#doubt = 'file';
    // The size is synced with the data; times of access are not, and nobody reads them.
    await handle.datasync();
    this.#doubt = 'none';
    this.#places.push(...places);
    this.#end = end;
  }

  /** After a failed fsync the system may believe that lost pages are written, so the file is made anew. */
  async #mend(): Promise<void> {
    switch (this.#doubt) {
      case 'none':
        return;
      case 'tail':
        await (await this.#opened()).truncate(this.#end);
        break;
      case 'file':
        await this.#replace(0);
        break;
    }
    this.#doubt = 'none';
  }

  /** A new file that holds what stood at `from` and after it. */
  async #replace(from: number): Promise<void> {
    const handle = await this.#opened();
    this.#handle = null;
    await writeDurably(this.#path, lastBytes(handle, from, this.#end));
    this.#places = this.#places
      .filter((place) => place.start >= from)
      .map(({ sequence, start }) => ({ sequence, start: start - from }));
    this.#end -= from;
    this.#doubt = 'none';
  }

  async #opened(): Promise<FileHandle> {
    if (this.#handle) return this.#handle;
    const isNew = await stat(this.#path).then(
      () => false,
      () => true,
    );
    const handle = await open(this.#path, constants.O_RDWR | constants.O_CREAT, 0o666);
    this.#handle = handle;
    if (isNew) await syncFolder(dirname(this.#path));
    return handle;
  }

  #alone<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

/** Closes the file after them: Windows does not rename over one that is open. */
async function* lastBytes(handle: FileHandle, from: number, end: number): AsyncGenerator<Buffer> {
  try {
    yield* bytesBetween(handle, from, end);
  } finally {
    await handle.close();
  }
}

async function* bytesBetween(handle: FileHandle, from: number, end: number): AsyncGenerator<Buffer> {
  for (let at = from; at < end; ) {
    const buffer = Buffer.alloc(Math.min(READ_SIZE, end - at));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) throw new Error(`${end - at} bytes of the journal are gone`);
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** A disk that fills up takes a part of a write before it refuses the rest. */
async function writeAt(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
