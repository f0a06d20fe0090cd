import { open, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Entry, HEAD_BYTES, type Head } from '../../../app/formats/format.ts';
import type { Problem } from '../../../app/problem.ts';
import { DumpFolder } from '../dump-folder.ts';
import { filesIn } from './folder-files.ts';

/** An entry that its container has at hand. */
export interface ReadableEntry extends Entry {
  head(): Promise<Head>;
  /** What was met while reading; complete once the entry was read to its end. */
  problems(): Problem[];
}

export interface IntakeOptions {
  /** The encoding that a person chose for all text; null: found out for each entry. */
  encoding: string | null;
  /** Called with the bytes of the dump that were read so far. */
  progress?: (bytes: number) => void;
}

/** What a dump is, as a whole. */
export type Container = 'file' | 'folder';

/** Everything readable in a dump, one entry after another; what cannot be read is a problem in its place. */
export async function* entriesOf(
  path: string,
  options: IntakeOptions,
): AsyncGenerator<ReadableEntry | Problem> {
  const progress = new Progress(options.progress);
  const folder = await DumpFolder.open(path);
  if (folder === null) yield new FileEntry(path, basename(path), null, progress);
  else for await (const file of filesIn(path)) yield new FileEntry(file.path, file.name, path, progress);
}

class Progress {
  private bytes = 0;
  private readonly tell: (bytes: number) => void;

  constructor(tell: (bytes: number) => void = () => {}) {
    this.tell = tell;
  }

  add(bytes: number): void {
    this.bytes += bytes;
    this.tell(this.bytes);
  }
}

class FileEntry implements ReadableEntry {
  readonly name: string;
  readonly bytes = null;
  readonly mediaType = null;
  readonly url = null;
  readonly date = null;
  private readonly path: string;
  private readonly root: string | null;
  private readonly progress: Progress;

  constructor(path: string, name: string, root: string | null, progress: Progress) {
    this.path = path;
    this.name = name;
    this.root = root;
    this.progress = progress;
  }

  async head(): Promise<Head> {
    const file = await open(this.path, 'r');
    try {
      const buffer = Buffer.alloc(HEAD_BYTES + 1);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      const bytes = buffer.subarray(0, Math.min(bytesRead, HEAD_BYTES));
      const whole = bytesRead <= HEAD_BYTES;
      const text = bytes.includes(0) ? '' : new TextDecoder().decode(bytes, { stream: !whole });
      return { name: this.name, mediaType: null, bytes, text, whole };
    } finally {
      await file.close();
    }
  }

  async *read(): AsyncGenerator<Uint8Array> {
    const file = await open(this.path, 'r');
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 18 })) {
      this.progress.add((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  }

  async *text(): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const chunk of this.read()) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }

  async sibling(name: string): Promise<Entry | null> {
    const { root, progress } = this;
    if (root === null || !(await this.siblings()).includes(name)) return null;
    return new FileEntry(join(dirname(this.path), name), join(dirname(this.name), name), root, progress);
  }

  async siblings(): Promise<readonly string[]> {
    return this.root === null ? [basename(this.path)] : readdir(dirname(this.path));
  }

  problems(): Problem[] {
    return [];
  }
}
