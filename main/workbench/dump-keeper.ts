import { isDeepStrictEqual } from 'node:util';
import type { DumpRef } from '../../app/dump-ref.ts';
import type { Access } from './access.ts';
import { type Found, findDump } from './dump-finder.ts';
import type { EventHub } from './events.ts';
import type { OpenProject } from './open-project.ts';
import type { Openings } from './openings.ts';
import { type HowRead, howRead, ProjectDump } from './project-dump.ts';
import { relativeToProject } from './project-place.ts';
import { storiesOf } from './story-criteria.ts';

/** Keeps the open dumps of a project in line with what the project refers to, and the references with what was found. */
export class DumpKeeper {
  readonly #events: EventHub;
  readonly #access: Access;
  readonly #openings: Openings;
  readonly #cacheFolder: string;

  constructor(events: EventHub, access: Access, openings: Openings, cacheFolder: string) {
    this.#events = events;
    this.#access = access;
    this.#openings = openings;
    this.#cacheFolder = cacheFolder;
  }

  /** Opens a file that is to become, or is, the dump `dumpId`. */
  open(dumpId: string, path: string, how: HowRead): Promise<ProjectDump> {
    return this.#openings.run((indexing) => ProjectDump.open(dumpId, path, how, this.#cacheFolder, indexing));
  }

  /**
   * Opens what the project refers to and is not open, or not read in this way; closes what it does not refer to any more.
   * Resolves to whether anything was opened or closed.
   */
  async follow(open: OpenProject): Promise<boolean> {
    const refs = [...open.project.dumps.values()];
    const gone = [...open.dumps.keys()].filter((id) => !open.project.dumps.has(id));
    const stale = refs.filter((ref) => {
      const dump = open.dumps.get(ref.id);
      return !dump || !isDeepStrictEqual(dump.how, howRead(ref));
    });
    for (const id of gone) await this.#drop(open, id);
    await Promise.all(stale.map((ref) => this.#reopen(open, ref)));
    if (open.currentDumpId === null || !open.project.dumps.has(open.currentDumpId)) {
      open.currentDumpId = firstDump(open);
    }
    return gone.length + stale.length > 0;
  }

  /** Takes a dump in, in the place of the one that had its id. */
  async adopt(open: OpenProject, dump: ProjectDump): Promise<void> {
    await this.#drop(open, dump.dumpId);
    open.dumps.set(dump.dumpId, dump);
    if (!dump.isOpen) return;
    dump.dump.onProgress(() => this.#tell(open, dump));
    // Not waited for: an index and a hash take as long as the dump is large.
    this.#complete(open, dump).catch((thrown) => {
      if (dump.ending.aborted) return;
      dump.fail(thrown);
      this.#tell(open, dump);
    });
  }

  async #reopen(open: OpenProject, ref: DumpRef): Promise<void> {
    const before = open.dumps.get(ref.id);
    const found: Found = before?.path
      ? { kind: 'found', path: before.path }
      : await findDump(ref, open.store.file, (place) => this.#access.mayFollow(place, open.trusted));
    const dump = await this.#openings.run((indexing) =>
      ProjectDump.openReferred(ref, found, this.#cacheFolder, indexing),
    );
    await this.adopt(open, dump);
    if (before?.isOpen && dump.isOpen) this.watchPlaces(open, dump);
    else if (dump.isOpen) await this.notePath(open, dump);
  }

  /** Writes down where the dump stands, from the root and from the project file. */
  async notePath(open: OpenProject, dump: ProjectDump): Promise<void> {
    const ref = open.project.dumps.get(dump.dumpId);
    if (!ref || dump.path === null) return;
    const { file } = open.store;
    const relativePath = open.unnamed(file) ? null : relativeToProject(file, dump.path);
    if (ref.path === dump.path && ref.relativePath === relativePath) return;
    await open.housekeep({ type: 'dump.edit', dumpId: ref.id, changes: { path: dump.path, relativePath } });
  }

  /** Once the index is whole: the hash, which is written down the first time and compared ever after. */
  async #complete(open: OpenProject, dump: ProjectDump): Promise<void> {
    await dump.indexed();
    this.#tell(open, dump);
    if (dump.isStopped) return;
    dump.sha256 = await dump.dump.sha256();
    const ref = open.project.dumps.get(dump.dumpId);
    if (!ref || open.dumps.get(dump.dumpId) !== dump) return;
    dump.isSameFile ||= ref.sha256 === dump.sha256;
    if (ref.sha256 === null && ref.bytes === dump.dump.bytes)
      await open.housekeep({ type: 'dump.edit', dumpId: ref.id, changes: { sha256: dump.sha256 } });
    this.#tell(open, dump);
  }

  /** Another way of reading may leave annotated stories without a place; a person has to see that, as soon as it is known. */
  watchPlaces(open: OpenProject, dump: ProjectDump): void {
    dump.splitAnew = true;
    // What fails here has failed in indexing, which is told.
    this.#checkPlaces(open, dump).catch(() => undefined);
  }

  async #checkPlaces(open: OpenProject, dump: ProjectDump): Promise<void> {
    await dump.indexed();
    if (dump.isStopped) return;
    const places = await dump.places.all(storiesOf(open.project, dump.dumpId));
    dump.unplaced = places.includes(null);
    if (dump.unplaced) this.#tell(open, dump);
  }

  async #drop(open: OpenProject, dumpId: string): Promise<void> {
    const dump = open.dumps.get(dumpId);
    open.dumps.delete(dumpId);
    await dump?.close();
  }

  #tell(open: OpenProject, dump: ProjectDump): void {
    const ref = open.project.dumps.get(dump.dumpId);
    if (!ref || open.ending.aborted || open.dumps.get(dump.dumpId) !== dump) return;
    this.#events.emit('dump.progress', { state: dump.state(ref) });
  }
}

/** The first dump that is at hand; a missing one where none is. */
function firstDump(open: OpenProject): string | null {
  const ids = [...open.project.dumps.keys()].sort();
  return ids.find((id) => open.dumps.get(id)?.isOpen) ?? ids[0] ?? null;
}
