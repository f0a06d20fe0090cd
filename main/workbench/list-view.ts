import type { StoryFilter, StoryListRow, StoryView } from '../../app/contract.ts';
import type { StorySort } from '../../app/story-sort.ts';
import type { SearchResult } from '../dumps/dump.ts';
import type { Search } from '../dumps/search/question.ts';
import type { FoundStories } from './facets.ts';
import { ListedStories, type Place } from './listed-stories.ts';
import type { OpenProject } from './open-project.ts';
import { OrdinalList } from './ordinals.ts';
import { pausing } from './pausing.ts';
import type { ProjectDump } from './project-dump.ts';
import { searchProject } from './project-search.ts';
import { searchOf } from './search-of-filter.ts';
import { type Passes, passesAll, passing, testsOf } from './story-filtering.ts';
import { orderOf } from './story-order.ts';

/** Milliseconds between two looks at a dump or search that is still going on. */
const PAUSE = 100;

const NO_HITS: SearchResult = {
  hits: 0,
  stories: 0,
  ordinals: new Uint32Array(),
  hitCounts: new Uint32Array(),
  searched: 0,
};

/** What is asked of a list. */
export interface Asked {
  filter: StoryFilter;
  sort: StorySort;
}

/**
 * One list of stories: those of a dump that pass a filter. Grows in dump order while the dump is being indexed and its
 * query searched, so that nothing moves under the reader's eyes; once it is complete it is sorted, once.
 */
export class ListView {
  readonly id: number;
  readonly target: ProjectDump;
  readonly #open: OpenProject;
  readonly #asked: Asked;
  /** Null: the list has no query. */
  readonly #search: Search | null;
  readonly #stopping = new AbortController();
  readonly #ending: AbortSignal;
  #listed = ListedStories.all(0);
  /** Goes up when stories stand elsewhere than before. */
  #order = 0;
  #found = NO_HITS;
  #complete = false;

  /** @throws UratoriError what `searchOf` refuses */
  constructor(id: number, open: OpenProject, target: ProjectDump, asked: Asked) {
    this.id = id;
    this.#open = open;
    this.target = target;
    this.#asked = asked;
    this.#search = searchOf(asked.filter, open.project);
    this.#ending = AbortSignal.any([this.#stopping.signal, target.ending]);
  }

  get state(): StoryView {
    const { count, hits } = this.#listed;
    const searched = this.#search === null ? 1 : this.#found.searched;
    return { view: this.id, count, hits, searched, complete: this.#complete, order: this.#order };
  }

  /** What the view holds at once: everything, where the dump is indexed and there is no query. */
  async begin(): Promise<StoryView> {
    const { isSettled } = this.target;
    await this.#take();
    return isSettled && this.#search === null ? this.#finish() : this.state;
  }

  /**
   * Goes on until the view is complete or stopped; reports each growth.
   * @throws UratoriError what reading the dump refuses
   */
  async run(report: (view: StoryView) => void): Promise<void> {
    if (this.#complete || this.isStopped) return;
    const growing = pausing(async () => {
      await this.#take();
      if (!this.isStopped) report(this.state);
    }, PAUSE);
    try {
      if (this.#search === null) await this.#indexed(growing.ask);
      else await this.#searched(this.#search, growing.ask);
    } finally {
      await growing.end();
    }
    if (this.isStopped) return;
    await this.#take();
    report(await this.#finish());
  }

  /** Nothing is added any more, although something was looked for: somebody asked for another list. */
  stop(): void {
    this.#stopping.abort();
  }

  get isStopped(): boolean {
    return this.#ending.aborted;
  }

  /** Nothing more will come. */
  end(): StoryView {
    this.#complete = true;
    return this.state;
  }

  /** Rows by their place in the view. */
  async rows(from: number, count: number): Promise<StoryListRow[]> {
    const listed = this.#listed;
    const rows = await this.target.dump.rows(listed.slice(from, from + count));
    return rows.map((row, index) => ({ ...row, hits: listed.hitsAt(from + index) }));
  }

  /** The ordinals at the places `from`..`to`, as far as there are so many. */
  ordinals(from: number, to: number): number[] {
    return this.#listed.slice(from, to);
  }

  placeOf(ordinal: number): Place {
    if (ordinal >= this.target.dump.count) return { place: null, next: this.#listed.count };
    return this.#listed.placeOf(ordinal);
  }

  /** Whether another filter asks for the same stories, the rest of the filters apart. */
  hasQueryOf({ query, matching }: StoryFilter): boolean {
    const own = this.#asked.filter;
    return (
      own.query === query && own.matching.kana === matching.kana && own.matching.exact === matching.exact
    );
  }

  /** The stories that the query finds, whatever the rest of the filter asks for, so far; null without a query. */
  get found(): FoundStories | null {
    if (this.#search === null) return null;
    return { ordinals: this.#found.ordinals, complete: this.#complete };
  }

  async #indexed(grown: () => void): Promise<void> {
    const signal = this.#ending;
    const forget = this.target.dump.onProgress(grown);
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await Promise.race([this.target.indexed(), stopped]).finally(forget);
  }

  async #searched(search: Search, grown: () => void): Promise<void> {
    const onHits = (soFar: SearchResult) => {
      this.#found = soFar;
      grown();
    };
    const options = { signal: this.#ending, onHits };
    this.#found = await searchProject(search, this.#open.project, this.target, options);
  }

  /** Makes the list anew from what is indexed and found by now. */
  async #take(): Promise<void> {
    const { dump, places, dumpId } = this.target;
    const { count } = dump;
    const tests = await testsOf(this.#asked.filter, this.#open.project, dumpId, dump, places);
    const passes = passesAll(tests);
    this.#show(this.#search === null ? indexed(count, passes) : found(this.#found, passes));
  }

  /** Nothing more will come: what there is gets its order. */
  async #finish(): Promise<StoryView> {
    const { dump, places, dumpId } = this.target;
    const order = await orderOf(this.#asked.sort, this.#open.project, dumpId, dump, places);
    if (order) this.#show(this.#listed.sorted(order));
    return this.end();
  }

  #show(listed: ListedStories): void {
    if (!listed.continues(this.#listed)) this.#order += 1;
    this.#listed = listed;
  }
}

function indexed(count: number, passes: Passes | null): ListedStories {
  return passes ? ListedStories.of(passing(passes, count), null) : ListedStories.all(count);
}

function found(result: SearchResult, passes: Passes | null): ListedStories {
  if (!passes) return ListedStories.of(result.ordinals, result.hitCounts);
  const ordinals = new OrdinalList();
  const hitCounts = new OrdinalList();
  for (const [index, ordinal] of result.ordinals.entries()) {
    if (!passes(ordinal)) continue;
    ordinals.push(ordinal);
    hitCounts.push(result.hitCounts[index] as number);
  }
  return ListedStories.of(ordinals.toArray(), hitCounts.toArray());
}
