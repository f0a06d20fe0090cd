import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Anchor, describe as anchorOf } from '../../../../app/anchor.ts';
import type { Command } from '../../../../app/commands.ts';
import type {
  CallName,
  CallParams,
  CallResults,
  DumpState,
  EventName,
  Events,
} from '../../../../app/contract.ts';
import { type ProblemCode, UratoriError } from '../../../../app/problem.ts';
import type { Story } from '../../../../app/story.ts';
import type { HostPort } from '../../../../main/workbench/host-port.ts';
import { refOf } from '../../../../main/workbench/story-ref.ts';
import { createWorkbench, type Workbench } from '../../../../main/workbench.ts';

const NOW = '2026-05-04T03:02:01.000Z';
const undo: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'uratori-workbench-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A host that allows everything, but for what a test takes away. */
export function openHost(overrides: Partial<HostPort> = {}): HostPort {
  return {
    kind: 'browser',
    platform: 'linux',
    languages: () => ['ja-JP', 'en'],
    choose: async () => ({ kind: 'in-app' }),
    mayRead: () => true,
    mayWrite: () => true,
    listFolder: async (path) => ({ path: path ?? '/', parent: null, entries: [] }),
    openLink: async () => undefined,
    downloadFor: (path) => `/downloads/${path}`,
    ...overrides,
  };
}

/** A workbench as a renderer sees it, closed after the test. */
export class Driver {
  readonly workbench: Workbench;
  readonly events: { [E in EventName]?: Events[E][] } = {};

  constructor(dataFolder: string, host: HostPort = openHost()) {
    this.workbench = createWorkbench({ dataFolder, version: '1.2.3', host });
    undo.push(() => this.workbench.close());
    for (const name of [
      'project.changed',
      'project.replaced',
      'project.saved',
      'dump.progress',
      'view.progress',
      'settings.changed',
    ] as const)
      this.#record(name);
  }

  /** @throws UratoriError the problem of the answer */
  async call<N extends CallName>(name: N, params: CallParams<N>): Promise<CallResults[N]> {
    const answer = await this.workbench.call(name, params);
    if (answer.ok) return answer.value;
    throw new UratoriError(answer.problem.code, answer.problem.params);
  }

  execute(command: Command): Promise<{ sequence: number }> {
    return this.call('project.execute', { command });
  }

  async session() {
    const { session } = await this.call('workbench.start', {});
    if (!session) throw new Error('no project is open');
    return session;
  }

  read(dumpId: string, ordinal: number): Promise<Story> {
    return this.call('story.read', { dumpId, ordinal });
  }

  /** Waits until a dump's index and hash are known. */
  async whole(dumpId: string): Promise<DumpState> {
    return until(async () => {
      const session = await this.session();
      const state = session.dumps.find((dump) => dump.dumpId === dumpId);
      const ref = session.project.dumps.find((dump) => dump.id === dumpId);
      const hashed = ref?.sha256 !== null || state?.changed || session.readOnly;
      return state?.complete && hashed ? state : null;
    });
  }

  #record<E extends EventName>(name: E): void {
    const list: Events[E][] = [];
    (this.events as Record<E, Events[E][]>)[name] = list;
    this.workbench.on(name, (payload) => list.push(payload));
  }
}

/** Asks again and again until there is an answer; the test's own time limit ends it. */
export async function until<T>(ask: () => Promise<T | null | false> | T | null | false): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function anchorFor(story: Story, quote: string): Anchor {
  const start = story.text.indexOf(quote);
  const anchor = start < 0 ? null : anchorOf(story, start, start + quote.length);
  if (!anchor) throw new Error(`the story does not hold ${quote}`);
  return anchor;
}

/** A claim on a quote of a story, with the story where the project lacks it. */
export function claimOn(
  dumpId: string,
  story: Story,
  quote: string,
  { id = `claim-${story.id}`, ratingId = null as string | null, withStory = true } = {},
): Command {
  const claim = {
    id,
    storyKey: `${dumpId}/${story.id}`,
    anchors: [anchorFor(story, quote)],
    wording: quote,
    claimant: story.source?.name ?? '',
    ratingId,
    verdicts: [],
    carriedFrom: null,
    rationale: [],
    evidence: [],
    createdAt: NOW,
    createdBy: '検証 花子',
  };
  const add: Command = { type: 'claim.add', claim };
  if (!withStory) return add;
  return { type: 'batch', commands: [{ type: 'story.add', story: refOf(dumpId, story) }, add] };
}

export async function refusal(promise: Promise<unknown>): Promise<ProblemCode | 'nothing was refused'> {
  return promise.then(
    () => 'nothing was refused',
    (thrown) => (thrown as UratoriError).code,
  );
}
