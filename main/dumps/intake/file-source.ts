import type { Problem } from '../../../app/problem.ts';
import { FileAccess } from './file-access.ts';
import { notReadable } from './folder-files.ts';
import { PLAIN, type Report, rangeOf, type Source } from './source.ts';

/** A file of the disk. */
export class FileSource implements Source {
  readonly name: string;
  readonly bytes: number;
  readonly mediaType = PLAIN.mediaType;
  readonly url = PLAIN.url;
  readonly date = PLAIN.date;
  readonly charset = PLAIN.charset;
  private readonly path: string;
  private readonly progress: (bytes: number) => void;
  private told = 0;

  /** @param progress called with bytes that were read; a file that is read twice counts once */
  constructor(path: string, name: string, bytes: number, progress: (bytes: number) => void) {
    this.path = path;
    this.name = name;
    this.bytes = bytes;
    this.progress = progress;
  }

  async *read(report: Report, from = 0): AsyncGenerator<Uint8Array> {
    let file: FileAccess | null = null;
    try {
      file = await this.access();
      yield* rangeOf(file, from, file.bytes);
    } catch (thrown) {
      report(this.problem(thrown));
    } finally {
      await file?.close();
    }
  }

  access(): Promise<FileAccess> {
    return FileAccess.open(this.path, (bytes) => this.tell(bytes));
  }

  problem(thrown: unknown): Problem {
    return notReadable(this.name, thrown);
  }

  /** What was not read of it is not going to be. */
  leave(): void {
    this.tell(this.bytes);
  }

  private tell(bytes: number): void {
    const fresh = Math.min(bytes, this.bytes - this.told);
    if (fresh === 0) return;
    this.told += fresh;
    this.progress(fresh);
  }
}
