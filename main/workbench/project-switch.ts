import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { UratoriError } from '../../app/problem.ts';
import { emptyProject } from '../../app/project.ts';
import { mustNotBe } from '../export/target.ts';
import { copyAttachments } from '../project/attachments.ts';
import { createProject } from '../project/create-project.ts';
import { openProject } from '../project/open-project.ts';
import type { ProjectStore } from '../project/project-store.ts';
import { removeProject } from '../project/remove-project.ts';
import type { Access } from './access.ts';
import type { Desk } from './desk.ts';
import type { DumpAmong } from './dump-among.ts';
import type { DumpKeeper } from './dump-keeper.ts';
import type { EventHub } from './events.ts';
import { OpenProject } from './open-project.ts';
import { forwardStoreEvents } from './project-events.ts';
import { projectOfDump } from './project-of-dump.ts';
import { isUnnamed, unusedProjectFile } from './project-place.ts';
import type { RecentProjects } from './recent.ts';

/** Opens, saves under another name and closes projects. Every method is called in the desk's turn. */
export class ProjectSwitch {
  readonly #dataFolder: string;
  readonly #events: EventHub;
  readonly #desk: Desk;
  readonly #keeper: DumpKeeper;
  readonly #recent: RecentProjects;
  readonly #access: Access;

  constructor(parts: {
    dataFolder: string;
    events: EventHub;
    desk: Desk;
    keeper: DumpKeeper;
    recent: RecentProjects;
    access: Access;
  }) {
    this.#dataFolder = parts.dataFolder;
    this.#events = parts.events;
    this.#desk = parts.desk;
    this.#keeper = parts.keeper;
    this.#recent = parts.recent;
    this.#access = parts.access;
  }

  /** A new project, saved at once in the data folder. */
  async create(title: string): Promise<OpenProject> {
    const file = await unusedProjectFile(this.#dataFolder, title);
    const project = emptyProject(randomUUID(), title, new Date().toISOString());
    return this.#show(await createProject(file, project));
  }

  /**
   * Opens a project file; the one that was open stays so where this fails.
   * @throws UratoriError what `openProject` refuses
   */
  async open(path: string): Promise<OpenProject> {
    const current = this.#desk.current;
    if (current && (await samePlace(current.store.file, path))) {
      this.#desk.tell();
      return current;
    }
    return this.#show(await openProject(path));
  }

  /**
   * Opens the project that has a dump, as far as it may be read; null where there is none.
   * @throws UratoriError what `openProject` refuses
   */
  async openWithDump(dump: DumpAmong): Promise<OpenProject | null> {
    const recent: string[] = [];
    for (const { path } of await this.#recent.list()) {
      if (await this.#access.mayRead(path)) recent.push(path);
    }
    const file = await projectOfDump(dump, { recent, dataFolder: this.#dataFolder });
    return file === null ? null : this.open(file);
  }

  /**
   * Makes the project a file of the person's. The unnamed one goes only now that the new one is durable.
   * @throws UratoriError `export-target-is-dump`, `path-not-allowed`, or what the store refuses
   */
  async saveAs(path: string): Promise<OpenProject> {
    const open = this.#desk.require();
    // Else a project could come to be trusted by being saved.
    if (!open.trusted && (await this.#access.trusts(path)))
      throw new UratoriError('path-not-allowed', { path });
    const dumps = [...open.project.dumps.values()].map((ref) => open.dumps.get(ref.id)?.path ?? ref.path);
    await mustNotBe(path, dumps, null);
    const { file: before, readOnly } = open.store;
    // First: a project whose evidence is not there would be half a project.
    const takeBack = await copyAttachments(before, path);
    await open.saveAs(path).catch(async (thrown) => {
      await takeBack();
      throw thrown;
    });
    // One that could only be read is somebody else's.
    const moved = !readOnly && open.store.file !== before && isUnnamed(this.#dataFolder, before);
    // What cannot be removed is a copy that is not needed any more.
    if (moved) await removeProject(before).catch(() => undefined);
    for (const dump of open.dumps.values()) await this.#keeper.notePath(open, dump);
    await this.#note(open, moved ? before : null);
    this.#desk.tell();
    return open;
  }

  async close(): Promise<void> {
    if (this.#desk.current) await this.#desk.replace(null);
  }

  async #show(store: ProjectStore): Promise<OpenProject> {
    const trusted = await this.#access.trusts(store.file);
    const open = new OpenProject(store, { unnamed: (file) => isUnnamed(this.#dataFolder, file), trusted });
    try {
      await this.#keeper.follow(open);
    } catch (thrown) {
      await open.close();
      throw thrown;
    }
    forwardStoreEvents(open, {
      desk: this.#desk,
      events: this.#events,
      keeper: this.#keeper,
      recent: this.#recent,
    });
    await this.#desk.replace(open);
    await this.#note(open, null);
    return open;
  }

  /** A list of recent projects that cannot be written must not keep anybody from working. */
  async #note(open: OpenProject, insteadOf: string | null): Promise<void> {
    const entry = {
      path: open.store.file,
      title: open.project.title,
      openedAt: new Date().toISOString(),
    };
    await this.#recent.note(entry, insteadOf).catch(() => undefined);
  }
}

async function samePlace(a: string, b: string): Promise<boolean> {
  if (a === b) return true;
  const [realA, realB] = await Promise.all([a, b].map((path) => realpath(path).catch(() => null)));
  return realA !== null && realA === realB;
}
