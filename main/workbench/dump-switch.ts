import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DumpState } from '../../app/contract.ts';
import type { DumpRef } from '../../app/dump-ref.ts';
import type { Desk } from './desk.ts';
import { DumpAmong } from './dump-among.ts';
import type { DumpKeeper } from './dump-keeper.ts';
import type { OpenProject } from './open-project.ts';
import { type HowRead, howRead, type ProjectDump } from './project-dump.ts';
import { relativeToProject, titleAfter } from './project-place.ts';
import type { ProjectSwitch } from './project-switch.ts';

/** Adds dumps to the open project and changes how they are opened. Every method is called in the desk's turn. */
export class DumpSwitch {
  readonly #desk: Desk;
  readonly #keeper: DumpKeeper;
  readonly #projects: ProjectSwitch;

  constructor(desk: Desk, keeper: DumpKeeper, projects: ProjectSwitch) {
    this.#desk = desk;
    this.#keeper = keeper;
    this.#projects = projects;
  }

  /**
   * Adds the dump at a path, or shows it where the project has it. Where no project is open, the one that has the dump
   * is opened; where none has, the dump makes one.
   */
  async open(path: string, how: HowRead): Promise<DumpState> {
    const file = new DumpAmong(path);
    const current = this.#desk.current ?? (await this.#projects.openWithDump(file));
    const known = current && (await knownTo(current, file));
    if (known) return this.#again(known, path, how);
    // Before any project is made for it: what cannot be opened leaves nothing behind.
    const dump = await this.#keeper.open(newDumpId(), path, how);
    try {
      // The dump that a project is made for is not taken away by an undo too many.
      const undoable = this.#desk.current !== null;
      const open = this.#desk.current ?? (await this.#projects.create(titleAfter(path)));
      const ref = refOf(open, dump, path);
      await open.track(() => open.store.execute({ type: 'dump.add', dump: ref }, { undoable }));
      dump.how = howRead(ref);
      dump.isSameFile = true;
      return await this.#show(open, dump);
    } catch (thrown) {
      await dump.close();
      throw thrown;
    }
  }

  /** Reads a dump in another way. The change can be undone. */
  async readAnew(dumpId: string, how: HowRead): Promise<DumpState> {
    const open = this.#desk.require();
    const { path, dump: before, how: old } = open.openDump(dumpId);
    if (isDeepStrictEqual({ rule: before.rule, reading: old.reading }, how)) return open.stateOf(dumpId);
    const dump = await this.#keeper.open(dumpId, path ?? before.path, how);
    try {
      const { format, encoding } = dump.dump;
      await open.track(() =>
        open.store.execute({ type: 'dump.edit', dumpId, changes: { ...how, format, encoding } }),
      );
      await this.#show(open, dump);
    } catch (thrown) {
      await dump.close();
      throw thrown;
    }
    this.#keeper.watchPlaces(open, dump);
    return open.stateOf(dumpId);
  }

  /**
   * Indexes a dump to its end of which the indexing was stopped: from its beginning, since nothing was kept. Its stories
   * get the ordinals that they had.
   */
  async resume(dumpId: string): Promise<DumpState> {
    const open = this.#desk.require();
    const { path, isStopped } = open.openDump(dumpId);
    if (isStopped && path !== null) {
      await this.#openAt(open, dumpId, path);
      // Lists of what there was are void.
      this.#desk.tell();
    }
    return open.stateOf(dumpId);
  }

  /** The dump was missing and stands at `path`. */
  async relocate(dumpId: string, path: string): Promise<DumpState> {
    const open = this.#desk.require();
    await this.#openAt(open, dumpId, path);
    open.currentDumpId = dumpId;
    return open.stateOf(dumpId);
  }

  /** Shows a dump of the project, as its file is now; one that cannot be opened says so in its state. */
  async show(dumpId: string): Promise<DumpState> {
    const open = this.#desk.require();
    open.refOf(dumpId);
    open.currentDumpId = dumpId;
    await this.refresh(dumpId).catch(() => undefined);
    return open.stateOf(dumpId);
  }

  /**
   * Opens a dump anew where its file is another than the one that was opened. One that never was open stays as it is.
   * @throws UratoriError what opening the file refuses: then the dump stays as it was
   */
  async refresh(dumpId: string): Promise<void> {
    const open = this.#desk.require();
    const dump = open.dumps.get(dumpId);
    if (!dump?.path || (await dump.isCurrent())) return;
    await this.#openAt(open, dumpId, dump.path);
    // Lists of the dump as it was are void.
    this.#desk.tell();
  }

  async #openAt(open: OpenProject, dumpId: string, path: string): Promise<void> {
    const dump = await this.#keeper.open(dumpId, path, howRead(open.refOf(dumpId)));
    await this.#keeper.adopt(open, dump);
    await this.#keeper.notePath(open, dump);
  }

  async #again(ref: DumpRef, path: string, how: HowRead): Promise<DumpState> {
    const open = this.#desk.require();
    if (!(await open.dumps.get(ref.id)?.isCurrent())) await this.relocate(ref.id, path);
    open.currentDumpId = ref.id;
    return how.rule || how.reading ? this.readAnew(ref.id, how) : open.stateOf(ref.id);
  }

  async #show(open: OpenProject, dump: ProjectDump): Promise<DumpState> {
    await this.#keeper.adopt(open, dump);
    open.currentDumpId = dump.dumpId;
    return open.stateOf(dump.dumpId);
  }
}

/** In ascending order of the time they were made, as a project's lists are in ascending order of id. */
function newDumpId(): string {
  return `${Date.now().toString(36).padStart(9, '0')}-${randomUUID()}`;
}

function refOf(open: OpenProject, { dumpId, dump, how }: ProjectDump, path: string): DumpRef {
  const { file } = open.store;
  return {
    id: dumpId,
    name: basename(path),
    path,
    relativePath: open.unnamed(file) ? null : relativeToProject(file, path),
    sha256: null,
    bytes: dump.bytes,
    format: dump.format,
    encoding: dump.encoding,
    // Written down although it may have been guessed: a later program may guess otherwise.
    rule: dump.rule,
    reading: how.reading,
  };
}

/** The dump of the open project that a file is. */
function knownTo(open: OpenProject, file: DumpAmong): Promise<DumpRef | null> {
  return file.find(open.project.dumps.values(), (ref) => open.dumps.get(ref.id)?.path ?? ref.path);
}
