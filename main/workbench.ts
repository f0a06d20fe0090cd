import { join, resolve } from 'node:path';
import type { Answer, CallName, EventName, Events } from '../app/contract.ts';
import { problemFrom, UratoriError } from '../app/problem.ts';
import { SWEEP_LIMITS, sweepCache } from './dumps/cache-sweep.ts';
import { sweepTemporaryFolders } from './temporary-folder.ts';
import { Access } from './workbench/access.ts';
import type { Context } from './workbench/context.ts';
import { Desk } from './workbench/desk.ts';
import { DumpKeeper } from './workbench/dump-keeper.ts';
import { DumpSwitch } from './workbench/dump-switch.ts';
import { EventHub } from './workbench/events.ts';
import { allHandlers } from './workbench/handlers.ts';
import type { HostPort } from './workbench/host-port.ts';
import { InFlight } from './workbench/in-flight.ts';
import { MappingMemory } from './workbench/mapping-memory.ts';
import { Openings } from './workbench/openings.ts';
import { ProjectSwitch } from './workbench/project-switch.ts';
import { RecentProjects } from './workbench/recent.ts';
import { SettingsFile } from './workbench/settings-file.ts';
import { checkedParams, isCallName } from './workbench/validate.ts';
import { Views } from './workbench/views.ts';

/** The program, whichever host it is reached through. It knows no transport. */
export interface Workbench {
  /** Carries out a call of the contract. Never rejects: what fails is in the answer. */
  call<N extends CallName>(name: N, params: unknown): Promise<Answer<N>>;
  /** Returns the undo of the subscription. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  /** For what comes from the host itself: its menu, a file that the system asks to open. */
  emit<E extends EventName>(event: E, payload: Events[E]): void;
  /**
   * Resolves once every change that was asked for is carried out and in the project file.
   * @throws UratoriError `disk-full`, `write-failed`: what was acknowledged is durable in the journal all the same
   */
  settle(): Promise<void>;
  /** Settles as far as it can, closes the project and lets others write it. Never fails. */
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** The folder of projects without a place of their own, settings and caches; need not exist. */
  dataFolder: string;
  version: string;
  host: HostPort;
}

/** Calls that change nothing: who leaves does not wait for them. */
const ONLY_LOOKS: ReadonlySet<CallName> = new Set<CallName>([
  'workbench.start',
  'project.backups',
  'project.compare',
  'history.page',
  'dump.preview',
  'dump.cancelOpening',
  'stories.view',
  'stories.rows',
  'stories.place',
  'stories.facets',
  'stories.links',
  'story.read',
  'story.find',
  'story.locate',
  'likeness.counts',
  'likeness.find',
  'likeness.cancel',
  'story.similar',
  'reanchor.report',
  'files.choose',
  'files.list',
  'attachments.state',
  'attachments.show',
  'link.open',
]);

export function createWorkbench(options: WorkbenchOptions): Workbench {
  const context = contextFor({ ...options, dataFolder: resolve(options.dataFolder) });
  const { desk, events } = context;
  const handlers = allHandlers(context);
  const changing = new InFlight();

  async function answer<N extends CallName>(name: N, params: unknown): Promise<Answer<N>> {
    try {
      if (!isCallName(name)) throw new UratoriError('call-unknown', { name: String(name) });
      return { ok: true, value: await handlers[name](checkedParams(name, params)) };
    } catch (thrown) {
      return { ok: false, problem: problemFrom(thrown) };
    }
  }

  async function settle(): Promise<void> {
    await changing.settle();
    await desk.idle();
    await desk.current?.settle();
  }

  return {
    call(name, params) {
      const answered = answer(name, params);
      return ONLY_LOOKS.has(name) ? answered : changing.track(answered);
    },
    on: (event, listener) => events.on(event, listener),
    emit: (event, payload) => events.emit(event, payload),
    settle,
    async close() {
      await settle().catch(() => undefined);
      await desk.inTurn(() => context.projects.close());
    },
  };
}

function contextFor({ dataFolder, version, host }: WorkbenchOptions): Context {
  const events = new EventHub();
  const recent = new RecentProjects(dataFolder);
  const desk = new Desk(events);
  const access = new Access(host, dataFolder, recent, desk);
  const cacheFolder = join(dataFolder, 'cache');
  // Nobody waits for it.
  void sweepCache(cacheFolder, SWEEP_LIMITS, Date.now());
  void sweepTemporaryFolders();
  const openings = new Openings();
  const keeper = new DumpKeeper(events, access, openings, cacheFolder);
  const projects = new ProjectSwitch({ dataFolder, events, desk, keeper, recent, access });
  return {
    dataFolder,
    version,
    host,
    events,
    access,
    openings,
    recent,
    desk,
    projects,
    settings: new SettingsFile(dataFolder),
    dumps: new DumpSwitch(desk, keeper, projects),
    views: new Views(events),
    mappings: new MappingMemory(dataFolder),
  };
}
