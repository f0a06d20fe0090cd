import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DumpReading } from '../../../app/dump-reading.ts';
import type { DumpFormat } from '../../../app/formats/format-ids.ts';
import type { SplitRule } from '../../../app/formats/split-rule.ts';
import { UratoriError } from '../../../app/problem.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../temporary-folder.ts';
import type { DumpBytes } from '../dump-bytes.ts';
import type { DumpIndex } from '../dump-index.ts';
import type { DumpSource } from '../dump-source.ts';
import type { DumpReader, Found, Kept } from '../reader.ts';
import type { StoryKind } from '../story-kind.ts';
import type { Workers } from '../workers.ts';

export interface SpoolOptions {
  format: DumpFormat;
  encoding: string;
  reading: DumpReading;
  rule: SplitRule | null;
  guessedRule: SplitRule | null;
  /** Where spools are kept; null: in a temporary folder, until the dump is closed. */
  cacheFolder: string | null;
}

/** Reads a dump through its spool: made once, kept beside the index, deleted with it at any time. */
export class SpoolReader implements DumpReader {
  readonly format: DumpFormat;
  readonly encoding: string;
  readonly rule: SplitRule | null;
  readonly guessedRule: SplitRule | null;
  readonly kind: StoryKind = { kind: 'record' };
  readonly bomBytes = 0;
  private readonly source: DumpSource;
  private readonly reading: DumpReading;
  private readonly cacheFolder: string | null;
  private spool: Spool | null = null;
  /** Of the spool, where it is not kept for the next time. */
  private temporary: TemporaryFolder | null = null;
  private kept = false;

  constructor(source: DumpSource, options: SpoolOptions) {
    this.source = source;
    this.format = options.format;
    this.encoding = options.encoding;
    this.rule = options.rule;
    this.guessedRule = options.guessedRule;
    this.reading = options.reading;
    this.cacheFolder = options.cacheFolder;
  }

  get data(): DumpBytes {
    if (this.spool === null) throw new UratoriError('dump-not-open', { path: this.source.path });
    return this.spool;
  }

  async resume({ spool }: Kept): Promise<boolean> {
    if (spool === null || this.cacheFolder === null || basename(spool) !== spool) return false;
    this.spool = await Spool.open(join(this.cacheFolder, spool)).catch(() => null);
    this.kept = this.spool !== null;
    return this.kept;
  }

  async index(
    startIndex: (parts: number) => DumpIndex,
    changed: () => void,
    workers: Workers,
    signal: AbortSignal | undefined,
  ): Promise<Found> {
    const path = await this.newPath();
    const index = startIndex(1);
    const ask = { path: this.source.path, spool: path, reading: this.reading, rule: this.rule };
    const opened = Spool.create(path);
    this.spool = opened;
    const answer = await workers.at(0).run('spool', ask, {
      signal,
      report: (news) => {
        index.report(0, news, false);
        changed();
      },
    });
    index.report(0, answer, true);
    changed();
    return { problems: answer.problems, contents: answer.contents };
  }

  async keep(): Promise<Kept> {
    this.kept = this.cacheFolder !== null;
    return { spool: this.kept && this.spool ? basename(this.spool.path) : null };
  }

  async close(): Promise<void> {
    const { spool } = this;
    await spool?.close();
    if (spool === null || this.kept) return;
    await rm(spool.path, { force: true });
    await this.temporary?.remove();
  }

  private async newPath(): Promise<string> {
    if (this.cacheFolder === null) {
      this.temporary = await makeTemporaryFolder();
      return join(this.temporary.path, 'stories.spool');
    }
    await mkdir(this.cacheFolder, { recursive: true });
    return join(this.cacheFolder, `${randomUUID()}.spool`);
  }
}

/** The file of a spool, opened when it is first read: the worker makes it. */
class Spool implements DumpBytes {
  readonly path: string;
  private handle: Promise<FileHandle> | null = null;
  private closed = false;

  private constructor(path: string) {
    this.path = path;
  }

  static create(path: string): Spool {
    return new Spool(path);
  }

  static async open(path: string): Promise<Spool> {
    const spool = new Spool(path);
    await spool.opened();
    return spool;
  }

  async read(position: number, length: number): Promise<Buffer> {
    if (this.closed) throw new UratoriError('dump-not-open', { path: this.path });
    const handle = await this.opened();
    const bytes = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await (await this.handle?.catch(() => null))?.close();
  }

  private opened(): Promise<FileHandle> {
    this.handle ??= open(this.path, 'r');
    return this.handle;
  }
}
