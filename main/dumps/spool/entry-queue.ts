import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { PortableEntry } from '../intake/portable-entry.ts';
import { TaskWorker } from '../task-worker.ts';
import type { EntryReading } from './entry-items.ts';
import { type ReadEntry, readEntry } from './read-entry.ts';

/** So many entries are read by this thread before others are started: small archives are done by then. */
const BY_ONE = 12;
/** Entries that wait for one of the other threads: enough that it never waits itself. */
const BACKLOG = 8;
/** Entries and bytes that may be on their way. More are not taken before the first of them was given back. */
const MOST_ENTRIES = 64;
const MOST_BYTES = 32 << 20;
const MOST_HELPERS = 3;

const WARM_UP: PortableEntry = {
  name: 'warm-up',
  mediaType: 'text/html',
  url: null,
  date: null,
  charset: null,
  choice: { choice: null, choiceIsForThis: false },
  bytes: new TextEncoder().encode('<!doctype html><title>warm-up</title><p>warm-up</p>'),
};

/** How a queue goes about it. The outcome is the same for any values. */
export interface QueueTuning {
  /** Other threads that read entries; those that the machine has to spare where it is not given. */
  helpers?: number;
  /** Entries that are read before they are started. */
  byOne?: number;
}

interface Waiting {
  bytes: number;
  read: Promise<ReadEntry>;
  /** Null while it is being read. */
  done: ReadEntry | null;
}

/** Another thread that reads entries. */
interface Helper {
  worker: TaskWorker;
  /** It has loaded what it needs. */
  ready: boolean;
  backlog: number;
}

/** Reads entries in several threads, and gives them back in the order that they came in. */
export class EntryQueue {
  private readonly reading: EntryReading;
  private readonly helpers: Helper[] = [];
  private readonly most: number;
  private readonly byOne: number;
  private waiting: Waiting[] = [];
  private bytes = 0;
  private taken = 0;
  private closed = false;

  constructor(reading: EntryReading, { helpers, byOne = BY_ONE }: QueueTuning = {}) {
    this.reading = reading;
    this.most = helpers ?? Math.min(MOST_HELPERS, availableParallelism() - 1);
    this.byOne = byOne;
  }

  /** True where nothing more is to be added before something was taken. */
  get isFull(): boolean {
    return this.waiting.length >= MOST_ENTRIES || this.bytes >= MOST_BYTES;
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** Reads an entry, here where all other threads have enough to do. */
  async add(entry: PortableEntry): Promise<void> {
    if (++this.taken > this.byOne) this.startHelpers();
    const helper = this.helpers.find(({ ready, backlog }) => ready && backlog < BACKLOG);
    if (helper !== undefined) {
      this.send(helper, entry);
      return;
    }
    this.push(await readEntry({ entry, reading: this.reading }));
    // Lets in what the others have read meanwhile, so that they get more.
    await setImmediate();
  }

  /** Something that needs no reading takes its place in the order. */
  push(read: ReadEntry): void {
    this.waiting.push({ bytes: 0, read: Promise.resolve(read), done: read });
  }

  /** The next entry, if it was read by now; null where it was not. */
  takeReady(): ReadEntry | null {
    const done = this.waiting[0]?.done ?? null;
    if (done !== null) this.shift();
    return done;
  }

  /** The next entry, waited for; null where there is none. */
  async take(): Promise<ReadEntry | null> {
    const next = this.waiting[0];
    if (next === undefined) return null;
    const read = await next.read;
    this.shift();
    return read;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.helpers.map(({ worker }) => worker.close()));
  }

  private startHelpers(): void {
    while (this.helpers.length < this.most) {
      const helper: Helper = { worker: new TaskWorker(), ready: false, backlog: 0 };
      this.helpers.push(helper);
      const warm = helper.worker.run('entry', { entry: WARM_UP, reading: this.reading });
      warm.then(
        () => {
          helper.ready = true;
        },
        // It is never given anything to read.
        () => undefined,
      );
    }
  }

  private send(helper: Helper, entry: PortableEntry): void {
    helper.backlog++;
    const ask = { entry, reading: this.reading };
    const read = helper.worker.run('entry', ask).catch((thrown: unknown) => {
      helper.ready = false;
      if (this.closed) throw thrown;
      // A thread that is lost, as when memory runs out, loses no entry.
      return readEntry(ask);
    });
    const waiting: Waiting = { bytes: entry.bytes.length, read, done: null };
    this.waiting.push(waiting);
    this.bytes += waiting.bytes;
    read.then(
      (done) => {
        helper.backlog--;
        waiting.done = done;
      },
      () => undefined,
    );
  }

  private shift(): void {
    this.bytes -= this.waiting.shift()?.bytes ?? 0;
  }
}
