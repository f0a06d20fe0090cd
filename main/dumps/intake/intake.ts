import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Entry, HEAD_BYTES, type Head } from '../../../app/formats/format.ts';
import type { Problem } from '../../../app/problem.ts';
import { DumpFolder } from '../dump-folder.ts';
import { decodeHead, decodeText } from './decode.ts';
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

export async function containerOf(path: string): Promise<Container> {
  return (await stat(path)).isDirectory() ? 'folder' : 'file';
}

/** Everything readable in a dump, one entry after another; what cannot be read is a problem in its place. */
export async function* entriesOf(
  path: string,
  options: IntakeOptions,
): AsyncGenerator<ReadableEntry | Problem> {
  const progress = new Progress(options.progress);
  const folder = await DumpFolder.open(path);
  if (folder === null) yield new FileEntry(path, basename(path), null, progress, options.encoding);
  else
    for await (const file of filesIn(path))
      yield new FileEntry(file.path, file.name, path, progress, options.encoding);
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
  private readonly encoding: string | null;
  private readonly found = new Map<string, Problem>();

  constructor(path: string, name: string, root: string | null, progress: Progress, encoding: string | null) {
    this.path = path;
    this.name = name;
    this.root = root;
    this.progress = progress;
    this.encoding = encoding;
  }

  async head(): Promise<Head> {
    const file = await open(this.path, 'r');
    try {
      const buffer = Buffer.alloc(HEAD_BYTES + 1);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      const bytes = buffer.subarray(0, Math.min(bytesRead, HEAD_BYTES));
      const whole = bytesRead <= HEAD_BYTES;
      const hints = { choice: this.encoding, choiceIsForThis: this.root === null, declared: [] };
      const text = decodeHead(bytes, whole, hints);
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

  text(declared?: string): AsyncIterable<string> {
    const hints = {
      choice: this.encoding,
      choiceIsForThis: this.root === null,
      declared: declared ? [declared] : [],
    };
    return decodeText(this.read(), hints, ({ encoding, invalid }) => {
      if (invalid === null) return;
      const params = { entry: this.name, encoding, count: invalid.count, byte: invalid.byte };
      this.found.set('text', { code: 'entry-invalid-text', params });
    });
  }

  async sibling(name: string): Promise<Entry | null> {
    const { root, progress } = this;
    if (root === null || !(await this.siblings()).includes(name)) return null;
    return new FileEntry(
      join(dirname(this.path), name),
      join(dirname(this.name), name),
      root,
      progress,
      this.encoding,
    );
  }

  async siblings(): Promise<readonly string[]> {
    return this.root === null ? [basename(this.path)] : readdir(dirname(this.path));
  }

  problems(): Problem[] {
    return [...this.found.values()];
  }
}
