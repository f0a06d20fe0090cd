import type { Command } from '../../app/commands.ts';
import type { DumpState, Session } from '../../app/contract.ts';
import type { DumpRef } from '../../app/dump-ref.ts';
import { type Problem, UratoriError } from '../../app/problem.ts';
import { type Project, toData } from '../../app/project.ts';
import type { Dump } from '../dumps/dump.ts';
import type { ProjectStore } from '../project/project-store.ts';
import { InFlight } from './in-flight.ts';
import type { ProjectDump } from './project-dump.ts';

/** The project that is open: its store, and those of its dumps that are at hand. */
export class OpenProject {
  readonly store: ProjectStore;
  readonly unnamed: (file: string) => boolean;
  /** What it names may be read wherever it is. Decided where it was opened: saving it elsewhere changes nothing. */
  readonly trusted: boolean;
  readonly dumps = new Map<string, ProjectDump>();
  currentDumpId: string | null = null;
  #notices: readonly Problem[];
  readonly #work = new InFlight();
  readonly #ending = new AbortController();

  constructor(
    store: ProjectStore,
    { unnamed, trusted }: { unnamed: (file: string) => boolean; trusted: boolean },
  ) {
    this.store = store;
    this.trusted = trusted;
    this.#notices = store.notices;
    this.unnamed = unnamed;
  }

  get project(): Project {
    return this.store.project;
  }

  /** Fires when the project is about to be closed: what only informs can stop. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  /** Work that has to come to its end before the project is closed. Once closing has begun none is taken on. */
  track<T>(work: () => Promise<T>): Promise<T> {
    if (this.ending.aborted) return Promise.reject(new UratoriError('project-not-open'));
    return this.#work.track(work());
  }

  /**
   * A change that nobody made: a path that was found, a hash that is known by now. Durable and reported like any other,
   * but not a step of undo. Left out where the project cannot be written: it is due again at the next opening, and a
   * person hears of a full disk from a change of their own.
   */
  async housekeep(command: Command): Promise<void> {
    if (this.store.readOnly || this.ending.aborted) return;
    const done = this.track(() => this.store.execute(command, { undoable: false }));
    await done.catch((thrown) => {
      if (!(thrown instanceof UratoriError)) throw thrown;
    });
  }

  /** @throws UratoriError `command-unknown-target` */
  refOf(dumpId: string): DumpRef {
    const ref = this.project.dumps.get(dumpId);
    if (!ref) throw new UratoriError('command-unknown-target', { what: 'dump', id: dumpId });
    return ref;
  }

  /** @throws UratoriError `command-unknown-target`, `dump-not-open` */
  openDump(dumpId: string): ProjectDump {
    this.refOf(dumpId);
    const dump = this.dumps.get(dumpId);
    if (!dump?.isOpen) throw new UratoriError('dump-not-open', { dumpId });
    return dump;
  }

  /** Whether one of the open dumps stands at a path. */
  hasOpen(path: string): boolean {
    return [...this.dumps.values()].some((dump) => dump.path === path);
  }

  /** The dumps that can be read, by their id. */
  dumpsAtHand(): Map<string, Dump> {
    return new Map(
      [...this.dumps].flatMap(([id, entry]) => (entry.isOpen ? [[id, entry.dump] as const] : [])),
    );
  }

  stateOf(dumpId: string): DumpState {
    const dump = this.dumps.get(dumpId);
    if (!dump) throw new UratoriError('dump-not-open', { dumpId });
    return dump.state(this.refOf(dumpId));
  }

  session(): Session {
    const { store } = this;
    return {
      file: store.file,
      unnamed: this.unnamed(store.file),
      readOnly: store.readOnly,
      notices: [...this.#notices],
      project: toData(store.project),
      sequence: store.sequence,
      canUndo: store.canUndo,
      canRedo: store.canRedo,
      dumps: [...this.dumps.keys()].filter((id) => store.project.dumps.has(id)).map((id) => this.stateOf(id)),
      currentDumpId: this.currentDumpId,
    };
  }

  /** Carries on in another file; one that is there is put aside. What was to say of the old file is void. */
  async saveAs(path: string): Promise<void> {
    await this.track(() => this.store.saveAs(path, { replace: true }));
    this.#notices = [];
  }

  /** Everything begun is done and in the project file. */
  async settle(): Promise<void> {
    await this.#work.settle();
    await this.store.flush();
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.#work.settle();
    await Promise.allSettled([...this.dumps.values()].map((dump) => dump.close()));
    await this.store.close();
  }
}
