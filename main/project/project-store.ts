import { resolve } from 'node:path';
import type { Command } from '../../app/commands.ts';
import type { Events } from '../../app/contract.ts';
import { type Problem, UratoriError } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import { type Earlier, earliest, stateAt } from './earlier.ts';
import { afterRefusal, type Request, type State, type Step, step } from './history.ts';
import type { Cause, JournalEntry } from './journal.ts';
import { Listeners } from './listeners.ts';
import { makeProjectFile } from './new-file.ts';
import type { Pace } from './pace.ts';
import { carryPast, type Past, readPast } from './past.ts';
import { realPlace } from './paths.ts';
import type { SnapshotEvents } from './snapshots.ts';
import { type Held, startWriting, stopWriting, type Writing } from './writing.ts';

export interface StoreEvents extends SnapshotEvents {
  changed: Events['project.changed'];
}

export interface ExecuteOptions {
  /** false: the program's own upkeep, such as the new path of a dump; undo passes it by. */
  undoable?: boolean;
  /** Who did it, for the journal. */
  by?: string;
}

interface Waiting {
  request: Request;
  by: string | undefined;
  resolve(result: { sequence: number }): void;
  reject(reason: unknown): void;
}

/** Commands that share one fsync at most. */
const GROUP = 1000;

/**
 * An open project. What `project` shows is durable: a command is carried out on a copy, appended to the journal, and
 * only then shown, told and acknowledged. Commands are taken in the order they come; those that arrive during an
 * fsync share the next one.
 */
export class ProjectStore {
  /** What happened while opening. */
  readonly notices: readonly Problem[];
  readonly #listeners = new Listeners<StoreEvents>();
  readonly #pace: Pace;
  #file: string;
  #state: State;
  /** How it is written, or why it is not. */
  #mode: { kind: 'writing'; writing: Writing } | { kind: 'read-only'; reason: Problem } | { kind: 'closed' };
  /** Those who will share the next fsync; null where nobody waits for one. */
  #group: Waiting[] | null = null;
  /** Appends, and what may not happen between them, one after another. */
  #turn: Promise<unknown> = Promise.resolve();

  /** Made by `openProject` and `createProject`. */
  constructor(file: string, state: State, notices: readonly Problem[], pace: Pace) {
    this.#pace = pace;
    this.#file = file;
    this.#state = state;
    this.notices = notices;
    this.#mode = { kind: 'closed' };
  }

  /** Absolute path, as it was given. */
  get file(): string {
    return this.#file;
  }
  get project(): Project {
    return this.#state.project;
  }
  /** Of the last command. */
  get sequence(): number {
    return this.#state.sequence;
  }
  get readOnly(): boolean {
    return this.#mode.kind !== 'writing';
  }
  get canUndo(): boolean {
    return !this.readOnly && this.#state.undo !== null;
  }
  get canRedo(): boolean {
    return !this.readOnly && this.#state.redo !== null;
  }

  /**
   * Resolves once the command is durable, with its number.
   * @throws UratoriError what `apply` refuses; `disk-full`, `write-failed` (then nothing has changed, and later
   * commands are tried anew); why the project is read-only; `project-not-open` after `close`
   */
  execute(command: Command, { undoable = true, by }: ExecuteOptions = {}): Promise<{ sequence: number }> {
    return this.#ask({ kind: 'do', command, undoable }, by);
  }

  /** @throws UratoriError `nothing-to-undo`, or as `execute` does */
  undo({ by }: { by?: string } = {}): Promise<{ sequence: number }> {
    return this.#ask({ kind: 'undo' }, by);
  }

  /** @throws UratoriError `nothing-to-redo`, or as `execute` does */
  redo({ by }: { by?: string } = {}): Promise<{ sequence: number }> {
    return this.#ask({ kind: 'redo' }, by);
  }

  /** What was done to the project, as far back as its files tell. */
  async past(): Promise<Past> {
    return readPast(await realPlace(this.#file), this.project.id);
  }

  /** The oldest sequence whose state can be had again; null where none can. */
  async earliest(past: Past): Promise<number | null> {
    return earliest(await realPlace(this.#file), past);
  }

  /**
   * The project as it was after a command, and what leads back to it from the project as it is now.
   * @throws UratoriError `history-out-of-reach`
   */
  async stateAt(past: Past, sequence: number): Promise<Earlier & { from: number }> {
    const now = this.#state;
    return { ...(await stateAt(await realPlace(this.#file), past, sequence, now)), from: now.sequence };
  }

  /** Returns the undo of the subscription. */
  on<E extends keyof StoreEvents>(event: E, listener: (payload: StoreEvents[E]) => void): () => void {
    return this.#listeners.on(event, listener);
  }

  /**
   * Resolves once all that was asked is carried out and the project file itself holds it.
   * @throws UratoriError `disk-full`, `write-failed`: what was acknowledged is durable in the journal all the same
   */
  async flush(): Promise<void> {
    await this.#alone(async () => undefined);
    if (this.#mode.kind === 'writing') await this.#mode.writing.snapshots.flush();
  }

  /**
   * Carries on in another file, also what was read-only so far. The old one stays as it is, with its journal. A file
   * that is there already is refused, or put aside under another name with `replace`.
   * @throws UratoriError as `createProject` does: then the project is where it was
   */
  saveAs(path: string, { replace = false }: { replace?: boolean } = {}): Promise<void> {
    const file = resolve(path);
    return this.#alone(async () => {
      const before = this.#mustBeOpen();
      if (before.kind === 'writing' && before.writing.place === (await realPlace(file)))
        return before.writing.snapshots.flush();
      const { sequence } = this.#state;
      const from = await realPlace(this.#file);
      const made = await makeProjectFile(file, this.#state, replace);
      await carryPast(from, made.place, this.project.id);
      this.#file = file;
      this.write({ ...made, lines: [], savedSequence: sequence });
      this.#listeners.emit('saved', { sequence, at: new Date().toISOString() });
      if (before.kind === 'writing') await stopWriting(before.writing);
    });
  }

  /** Begins to write. Used by `openProject` and `createProject`. */
  write(held: Held): void {
    const writing = startWriting(held, {
      pace: this.#pace,
      current: () => this.#state,
      tell: (event, payload) => this.#listeners.emit(event, payload as StoreEvents[typeof event]),
    });
    this.#mode = { kind: 'writing', writing };
    writing.snapshots.schedule();
  }

  /** Only shows the project. Used by `openProject`. */
  read(reason: Problem): void {
    this.#mode = { kind: 'read-only', reason };
  }

  /** Finishes what was asked, saves, and lets others write. Never fails: what cannot be saved now is in the journal. */
  async close(): Promise<void> {
    await this.flush().catch(() => undefined);
    await this.#alone(async () => {
      const before = this.#mode;
      this.#mode = { kind: 'closed' };
      if (before.kind === 'writing') await stopWriting(before.writing);
    });
  }

  #ask(request: Request, by: string | undefined): Promise<{ sequence: number }> {
    return new Promise((resolve, reject) => {
      const group = this.#group ?? this.#nextGroup();
      if (group.push({ request, by, resolve, reject }) === GROUP) this.#group = null;
    });
  }

  /** Open to whoever comes until its turn, or until something else is asked for. */
  #nextGroup(): Waiting[] {
    const group: Waiting[] = [];
    this.#alone(() => {
      if (this.#group === group) this.#group = null;
      return this.#carryOut(group);
    });
    this.#group = group;
    return group;
  }

  async #carryOut(group: readonly Waiting[]): Promise<void> {
    const at = new Date().toISOString();
    const entries: JournalEntry[] = [];
    const answers: (() => void)[] = [];
    let state = this.#state;
    try {
      const { journal, snapshots } = this.#writing();
      for (const { request, by, resolve, reject } of group) {
        try {
          const made = step(state, request);
          state = made.state;
          entries.push(entryOf(made, at, by));
          answers.push(() => {
            this.#show(made);
            resolve({ sequence: made.state.sequence });
          });
        } catch (refusal) {
          state = afterRefusal(state, request);
          const after = state;
          answers.push(() => {
            this.#state = after;
            reject(refusal);
          });
        }
      }
      if (entries.length > 0) await journal.append(entries);
      for (const answer of answers) answer();
      snapshots.schedule();
    } catch (failure) {
      for (const { reject } of group) reject(failure);
    }
  }

  #show({ state, command, cause }: Step): void {
    this.#state = state;
    const { sequence } = state;
    const { canUndo, canRedo } = this;
    this.#listeners.emit('changed', { sequence, command, cause: told(cause), canUndo, canRedo });
  }

  #writing(): Writing {
    const mode = this.#mustBeOpen();
    if (mode.kind === 'writing') return mode.writing;
    throw new UratoriError(mode.reason.code, mode.reason.params);
  }

  #mustBeOpen() {
    if (this.#mode.kind === 'closed') throw new UratoriError('project-not-open');
    return this.#mode;
  }

  #alone<T>(task: () => Promise<T>): Promise<T> {
    // What is asked later comes later.
    this.#group = null;
    const result = this.#turn.then(task);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function entryOf({ state, command, cause }: Step, at: string, by: string | undefined): JournalEntry {
  const entry = { sequence: state.sequence, at, cause, command };
  return by === undefined ? entry : { ...entry, by };
}

/** Who listens need not tell upkeep from work. */
function told(cause: Cause): 'do' | 'undo' | 'redo' {
  return cause === 'upkeep' ? 'do' : cause;
}
