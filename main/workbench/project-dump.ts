import { basename } from 'node:path';
import type { DumpState } from '../../app/contract.ts';
import type { DumpReading } from '../../app/dump-reading.ts';
import type { DumpRef } from '../../app/dump-ref.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import { type Problem, problemFrom, UratoriError } from '../../app/problem.ts';
import type { Dump } from '../dumps/dump.ts';
import { openDump } from '../dumps/open-dump.ts';
import type { Found } from './dump-finder.ts';
import { StoryPlaces } from './story-places.ts';

/** How a project has a dump read; null: as guessed. */
export interface HowRead {
  rule: SplitRule | null;
  reading: DumpReading | null;
}

export const AS_GUESSED: HowRead = { rule: null, reading: null };

export function howRead({ rule, reading = null }: DumpRef): HowRead {
  return { rule, reading };
}

type Standing =
  | { kind: 'open'; path: string; dump: Dump; indexing: AbortController }
  | { kind: 'missing'; problem: Problem }
  | { kind: 'failed'; problem: Problem };

/** A dump of the open project as far as it is on this computer: open, missing or failed. */
export class ProjectDump {
  readonly dumpId: string;
  /** What the project's reference said that this one was opened for. */
  how: HowRead;
  /** It was split by another rule since the project was opened. */
  splitAnew = false;
  /** Stories with annotations have no place since then. */
  unplaced = false;
  /** It is known that the file is the one that was annotated. */
  isSameFile = false;
  /** Of the file as it is; null until all of it was read. */
  sha256: string | null = null;
  readonly #standing: Standing;
  #places: StoryPlaces | null = null;
  readonly #ending = new AbortController();
  /** Why it cannot be read any more, although it could be opened. */
  #failure: Problem | null = null;

  private constructor(dumpId: string, how: HowRead, standing: Standing) {
    this.dumpId = dumpId;
    this.how = how;
    this.#standing = standing;
  }

  /**
   * Opens the file at `path`; resolves once its first stories can be read.
   * @param indexing gives up opening or, later, indexing
   * @throws UratoriError what `openDump` refuses; the reason of `indexing`
   */
  static async open(
    dumpId: string,
    path: string,
    how: HowRead,
    cacheFolder: string,
    indexing: AbortController,
  ): Promise<ProjectDump> {
    const { rule, reading } = how;
    const dump = await openDump(path, {
      ...(rule ? { rule } : {}),
      ...(reading ? { reading } : {}),
      cacheFolder,
      signal: indexing.signal,
    });
    return new ProjectDump(dumpId, how, { kind: 'open', path, dump, indexing });
  }

  /** As `open`, for a dump that a project refers to: what is wrong becomes its state. */
  static async openReferred(
    ref: DumpRef,
    found: Found,
    cacheFolder: string,
    indexing: AbortController,
  ): Promise<ProjectDump> {
    if (found.kind !== 'found')
      return new ProjectDump(ref.id, howRead(ref), { kind: 'missing', problem: whyMissing(ref, found) });
    try {
      return await ProjectDump.open(ref.id, found.path, howRead(ref), cacheFolder, indexing);
    } catch (thrown) {
      return new ProjectDump(ref.id, howRead(ref), { kind: 'failed', problem: problemFrom(thrown) });
    }
  }

  get path(): string | null {
    return this.#standing.kind === 'open' ? this.#standing.path : null;
  }

  /** @throws UratoriError `dump-not-open` */
  get dump(): Dump {
    return this.#opened().dump;
  }

  /** @throws UratoriError `dump-not-open` */
  get places(): StoryPlaces {
    const { dump } = this;
    this.#places ??= new StoryPlaces(dump, () => this.isSameFile && !this.splitAnew);
    return this.#places;
  }

  /** Indexes no further: the stories found by now can be read, more of them come with another opening. */
  stopIndexing(): void {
    this.#opened().indexing.abort();
  }

  /** Indexing was stopped before its end. */
  get isStopped(): boolean {
    const standing = this.#standing;
    return standing.kind === 'open' && standing.indexing.signal.aborted && !standing.dump.complete;
  }

  /** No more stories will come. */
  get isSettled(): boolean {
    return this.dump.complete || this.isStopped;
  }

  /**
   * Resolves when all stories are indexed, or no more of them will come.
   * @throws UratoriError `dump-not-open` when it is closed before that, or what reading the file refuses
   */
  indexed(): Promise<void> {
    const { dump, ending } = this;
    return new Promise((resolve, reject) => {
      const closed = () => reject(new UratoriError('dump-not-open', { dumpId: this.dumpId }));
      if (ending.aborted) closed();
      ending.addEventListener('abort', closed, { once: true });
      dump.ready.then(resolve, reject).finally(() => ending.removeEventListener('abort', closed));
    });
  }

  /** Fires when the dump is closed. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  get isOpen(): boolean {
    return this.#standing.kind === 'open' && this.#failure === null;
  }

  /** What was opened does not hold any more. */
  fail(thrown: unknown): void {
    this.#failure = problemFrom(thrown);
  }

  /** Whether the file is still the one that was opened. */
  async isCurrent(): Promise<boolean> {
    if (this.#standing.kind !== 'open' || !this.isOpen) return false;
    return this.#standing.dump.check().then(
      () => true,
      () => false,
    );
  }

  /** Whether the file is another than the one that was annotated, as far as is known by now. */
  isChanged(ref: DumpRef): boolean {
    if (this.#standing.kind !== 'open') return false;
    const { dump } = this.#standing;
    const otherBytes = dump.bytes !== ref.bytes;
    const otherHash = this.sha256 !== null && ref.sha256 !== null && this.sha256 !== ref.sha256;
    const otherSince = this.#problem?.code === 'dump-changed-while-open';
    return otherBytes || otherHash || otherSince || this.unplaced;
  }

  state(ref: DumpRef): DumpState {
    const { dumpId } = this;
    const standing = this.#standing;
    if (standing.kind === 'open') {
      const { dump } = standing;
      const problem = this.#problem;
      return {
        dumpId,
        status: statusOf(problem),
        problem,
        stories: dump.count,
        complete: dump.complete,
        stopped: this.isStopped,
        bytes: dump.bytes,
        bytesScanned: dump.bytesScanned,
        format: dump.format,
        encoding: dump.encoding,
        rule: dump.rule,
        reading: this.how.reading,
        problems: [...dump.problems],
        changed: this.isChanged(ref),
      };
    }
    return {
      dumpId,
      status: standing.kind,
      problem: standing.problem,
      stories: 0,
      complete: false,
      stopped: false,
      bytes: ref.bytes,
      bytesScanned: 0,
      format: ref.format,
      encoding: ref.encoding,
      rule: ref.rule,
      reading: ref.reading ?? null,
      problems: [],
      changed: false,
    };
  }

  async close(): Promise<void> {
    this.#ending.abort();
    if (this.#standing.kind === 'open') await this.#standing.dump.close();
  }

  /** What keeps an opened one from being read. */
  get #problem(): Problem | null {
    const refusal = this.#standing.kind === 'open' ? this.#standing.dump.refusal : null;
    return refusal ?? this.#failure;
  }

  #opened(): Extract<Standing, { kind: 'open' }> {
    if (this.#standing.kind !== 'open') throw new UratoriError('dump-not-open', { dumpId: this.dumpId });
    return this.#standing;
  }
}

function whyMissing(ref: DumpRef, found: Found): Problem {
  const name = basename(ref.name);
  if (found.kind === 'refused') return { code: 'path-not-allowed', params: { path: found.path, name } };
  return { code: 'dump-not-found', params: { path: ref.path, name } };
}

/** A file that has changed is at hand: opened anew it can be read, and its annotations placed. */
function statusOf(problem: Problem | null): DumpState['status'] {
  switch (problem?.code) {
    case undefined:
    case 'dump-changed-while-open':
      return 'open';
    case 'dump-not-found':
      return 'missing';
    default:
      return 'failed';
  }
}
