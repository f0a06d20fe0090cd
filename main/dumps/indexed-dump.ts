import type { DumpFormat } from '../../app/formats/format-ids.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import { type Problem, UratoriError } from '../../app/problem.ts';
import { asksLikeness, termsOf } from '../../app/search/query.ts';
import type { Language, Source, Story, StoryRow } from '../../app/story.ts';
import { LANGUAGES } from '../../app/text/language.ts';
import type { Dump, SearchOptions, SearchResult, StoryHint } from './dump.ts';
import { DumpIndex } from './dump-index.ts';
import type { DumpSource } from './dump-source.ts';
import type { IndexCache } from './index-cache.ts';
import { findLikeness, type LikenessOptions } from './likeness/find-likeness.ts';
import type { Likeness } from './likeness/likeness.ts';
import type { Content, DumpReader, Found } from './reader.ts';
import type { StoriesHolding } from './search/field-answers.ts';
import type { Search } from './search/question.ts';
import { searchDump } from './search/search-dump.ts';
import { StoryAccess } from './story-access.ts';
import { BLOCK_BYTES, BLOCK_STORIES, NO_DAY, NO_SOURCE, NO_TIME } from './story-columns.ts';
import { Workers } from './workers.ts';

export interface IndexedDumpOptions {
  cache: IndexCache | null;
  signal: AbortSignal | undefined;
}

/** A dump with its index, from its reader or from the cache. */
export class IndexedDump implements Dump {
  readonly path: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly ready: Promise<void>;
  problems: readonly Problem[] = [];
  contents: readonly Content[] = [];
  complete = false;
  private readonly source: DumpSource;
  private readonly reader: DumpReader;
  private readonly cache: IndexCache | null;
  private readonly workers = new Workers();
  private readonly listeners = new Set<() => void>();
  private index = new DumpIndex(1);
  private access: StoryAccess;
  private hashes: Promise<Int32Array> | null = null;
  private digest: Promise<string> | null = null;
  private alike: Likeness | null = null;
  private looking: Promise<Likeness> | null = null;
  private readonly lookers = new Set<(done: number) => void>();
  /** Cache files that are being written. */
  private saving: Promise<unknown> = Promise.resolve();
  private closed = false;
  private readonly ending = new AbortController();

  private constructor(source: DumpSource, reader: DumpReader, options: IndexedDumpOptions) {
    this.source = source;
    this.reader = reader;
    this.path = source.path;
    this.bytes = source.bytes;
    this.mtimeMs = source.mtimeMs;
    this.cache = options.cache;
    this.access = this.newAccess();
    source.onRefusal = () => this.tell();
    this.ready = this.makeIndex(options);
    // Whoever waits for it is told; nobody has to.
    this.ready.catch(() => {});
  }

  /** Resolves with the first story. */
  static async open(
    source: DumpSource,
    reader: DumpReader,
    options: IndexedDumpOptions,
  ): Promise<IndexedDump> {
    const dump = new IndexedDump(source, reader, options);
    try {
      await dump.whenCounting(1);
      if (dump.count === 0) throw whyEmpty(dump);
      return dump;
    } catch (thrown) {
      await dump.close();
      throw thrown;
    }
  }

  get format(): DumpFormat {
    return this.reader.format;
  }

  get encoding(): string {
    return this.reader.encoding;
  }

  get rule(): SplitRule | null {
    return this.reader.rule;
  }

  get guessedRule(): SplitRule | null {
    return this.reader.guessedRule;
  }

  get count(): number {
    return this.index.columns.count;
  }

  get bytesScanned(): number {
    return this.complete ? this.bytes : Math.min(this.bytes, this.reader.bomBytes + this.index.bytesScanned);
  }

  get memoryBytes(): number {
    return this.index.columns.blocks.length * BLOCK_BYTES + this.access.memoryBytes;
  }

  get sources(): readonly Source[] {
    return this.index.sources;
  }

  get refusal(): Problem | null {
    return this.source.refusal?.toProblem() ?? null;
  }

  check(): Promise<void> {
    return this.source.check();
  }

  onProgress(listener: () => void): () => void {
    // A wrapper of its own, so that one function can be given twice.
    const own = () => listener();
    this.listeners.add(own);
    return () => this.listeners.delete(own);
  }

  sha256(): Promise<string> {
    this.digest ??= this.makeDigest().catch((thrown) => {
      this.digest = null;
      throw thrown;
    });
    return this.digest;
  }

  async read(ordinal: number): Promise<Story> {
    return this.access.read(ordinal);
  }

  async rows(ordinals: ArrayLike<number>): Promise<StoryRow[]> {
    return this.access.rows(ordinals);
  }

  async *stories(from = 0, to = Number.POSITIVE_INFINITY): AsyncGenerator<Story> {
    for (let ordinal = from; ordinal < to; ) {
      await this.whenCounting(ordinal + 1);
      const end = Math.min(to, this.count);
      if (ordinal >= end) return;
      yield* this.access.inRuns(ordinal, end);
      ordinal = end;
    }
  }

  async find(storyId: string, hint: StoryHint = {}): Promise<number | null> {
    return this.access.find(storyId, hint);
  }

  rangeOf(ordinal: number): { byteStart: number; byteEnd: number } {
    const { columns } = this.index;
    return { byteStart: columns.startOf(ordinal), byteEnd: columns.endOf(ordinal) };
  }

  sourceOf(ordinal: number): number {
    const source = this.index.columns.blockOf(ordinal).source[ordinal & (BLOCK_STORIES - 1)] as number;
    return source === NO_SOURCE ? -1 : source;
  }

  dayOf(ordinal: number): number | null {
    const day = this.index.columns.blockOf(ordinal).day[ordinal & (BLOCK_STORIES - 1)] as number;
    return day === NO_DAY ? null : day;
  }

  timeOf(ordinal: number): number | null {
    const time = this.index.columns.blockOf(ordinal).time[ordinal & (BLOCK_STORIES - 1)] as number;
    return time === NO_TIME ? null : time;
  }

  langOf(ordinal: number): Language {
    const code = this.index.columns.blockOf(ordinal).language[ordinal & (BLOCK_STORIES - 1)] as number;
    return LANGUAGES[code] as Language;
  }

  async search(search: Search, options: SearchOptions = {}): Promise<SearchResult> {
    await this.ready;
    await this.source.check();
    const { kind, data } = this.reader;
    const { columns, sources } = this.index;
    const holding = await this.withLikeness(search, options);
    const searched = { path: data.path, kind, columns, sources };
    return searchDump(search, searched, this.workers, { ...options, holding });
  }

  async knownLikeness(): Promise<Likeness | null> {
    if (!this.complete) return null;
    this.alike ??= (await this.cache?.forLikeness().load(this.count)) ?? null;
    return this.alike;
  }

  async likeness({ signal, onProgress, tuning }: LikenessOptions = {}): Promise<Likeness> {
    await this.ready;
    const known = await this.knownLikeness();
    if (known) return known;
    signal?.throwIfAborted();
    // Who asks meanwhile waits for the same answer; who asked first may give it up for all.
    this.looking ??= this.lookForLikeness({ signal, tuning }).finally(() => {
      this.looking = null;
    });
    if (onProgress) this.lookers.add(onProgress);
    return this.looking.finally(() => onProgress && this.lookers.delete(onProgress));
  }

  /** Which stories have near-duplicates, or say something else about a link, where a query asks for them. */
  private async withLikeness(
    { query }: Search,
    { holding = new Map(), signal }: SearchOptions,
  ): Promise<ReadonlyMap<number, StoriesHolding>> {
    const asked = [...termsOf(query.wanted)].filter(asksLikeness);
    if (asked.length === 0) return holding;
    const likeness = await abandonable(this.likeness(), signal);
    const all = new Map(holding);
    for (const { at, value } of asked) {
      const exceptions = value === 'similar' ? likeness.clusters.members.toSorted() : likeness.apart;
      all.set(at, { others: false, exceptions });
    }
    return all;
  }

  private async lookForLikeness(options: LikenessOptions): Promise<Likeness> {
    await this.source.check();
    const { kind, data } = this.reader;
    const { columns } = this.index;
    // Threads of its own: nobody who searches or reads meanwhile waits for a turn, and their memory ends with them.
    const workers = new Workers();
    const end = () => void workers.close();
    this.ending.signal.addEventListener('abort', end, { once: true });
    const onProgress = (done: number) => {
      for (const tell of this.lookers) tell(done);
    };
    try {
      const found = await findLikeness({ path: data.path, kind, columns }, workers, {
        ...options,
        onProgress,
      });
      // Of two states of a file nothing is to be said.
      await this.source.check();
      if (!this.complete) return found;
      this.alike = found;
      const saving = this.cache?.forLikeness().save(columns.count, found);
      this.saving = Promise.all([this.saving, saving?.catch(() => {})]);
      return found;
    } finally {
      this.ending.signal.removeEventListener('abort', end);
      await workers.close();
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.ending.abort();
    this.listeners.clear();
    await this.saving;
    await this.workers.close();
    await this.reader.close();
    await this.source.close();
  }

  /** Resolves once `count` is at least this, or will not grow any more. */
  private async whenCounting(count: number): Promise<void> {
    if (this.complete || this.count >= count) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = this.onProgress(() => {
      if (this.count >= count) resolve();
    });
    try {
      await Promise.race([promise, this.ready]);
    } finally {
      stop();
    }
  }

  private async makeIndex({ signal }: IndexedDumpOptions): Promise<void> {
    const cached = await this.cache?.load();
    signal?.throwIfAborted();
    if (cached && (await this.reader.resume(cached.kept))) {
      this.startIndex(DumpIndex.from(cached.columns, cached.sources));
      this.problems = cached.problems;
      this.contents = cached.contents;
      this.finishIndex();
      return;
    }
    const start = (parts: number) => this.startIndex(new DumpIndex(parts));
    const found = await this.reader
      .index(start, () => this.tell(), this.workers, signal)
      .catch((thrown) => {
        if (signal?.aborted && this.count > 0) return null;
        throw thrown;
      });
    // Given up: what was found stays readable, and none of it is for the next time.
    if (found === null) return this.tell();
    // An index of two states of a file must not be kept, nor shown.
    await this.source.check();
    this.problems = found.problems;
    this.contents = found.contents;
    this.finishIndex();
    // A full disk costs the next opening some time, and this one nothing.
    if (this.count > 0 && this.cache) this.saving = this.save(this.cache, found).catch(() => {});
  }

  private async save(cache: IndexCache, found: Found): Promise<void> {
    const { columns, sources } = this.index;
    await cache.save({ columns, sources, ...found, kept: await this.reader.keep() });
  }

  private startIndex(index: DumpIndex): DumpIndex {
    this.index = index;
    this.access = this.newAccess();
    return index;
  }

  private finishIndex(): void {
    this.complete = true;
    this.tell();
  }

  private newAccess(): StoryAccess {
    const { path, reader, source } = this;
    const places = { path, data: () => reader.data, kind: reader.kind, check: () => source.check() };
    return new StoryAccess(places, this.index.columns, () => this.allHashes());
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private async makeDigest(): Promise<string> {
    const kept = await this.cache?.loadSha256();
    if (kept) return kept;
    const digest = await this.workers
      .at(0)
      .run('sha256', { path: this.path })
      .catch(async (thrown) => {
        // A file that is gone or changed says so, rather than what reading it came to.
        await this.source.check();
        throw thrown;
      });
    await this.source.check();
    const saving = this.cache?.saveSha256(digest).catch(() => {});
    this.saving = Promise.all([this.saving, saving]);
    return digest;
  }

  private allHashes(): Promise<Int32Array> {
    this.hashes ??= this.makeHashes().catch((thrown) => {
      this.hashes = null;
      throw thrown;
    });
    return this.hashes;
  }

  private async makeHashes(): Promise<Int32Array> {
    await this.ready;
    const { workers } = this;
    const { kind, data } = this.reader;
    const { path } = data;
    const { columns } = this.index;
    const blocks = columns.blocks.map((block) => block.memory);
    const middle = columns.firstEndingAfter(this.bytes / 2);
    const ask = { path, kind, blocks };
    // Small dumps are not worth a second thread.
    if (columns.count < BLOCK_STORIES)
      return workers.at(0).run('hashes', { ...ask, from: 0, to: columns.count });
    const halves = await Promise.all([
      workers.at(0).run('hashes', { ...ask, from: 0, to: middle }),
      workers.at(1).run('hashes', { ...ask, from: middle, to: columns.count }),
    ]);
    const all = new Int32Array(columns.count * 2);
    all.set(halves[0]);
    all.set(halves[1], middle * 2);
    return all;
  }
}

/** A dump without a story says what kept its stories from being read, where something did. */
function whyEmpty({ path, problems }: IndexedDump): UratoriError {
  const [problem] = problems;
  return problem ? new UratoriError(problem.code, problem.params) : new UratoriError('dump-empty', { path });
}

/** Whoever waits may stop waiting; what is waited for goes on. */
function abandonable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
