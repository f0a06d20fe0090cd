import type { StoryFilter, StoryListRow, StoryView } from '../../app/contract.ts';
import type { SearchResult } from '../dumps/dump.ts';
import type { OpenProject } from './open-project.ts';
import { OrdinalList, placeIn } from './ordinals.ts';
import { pausing } from './pausing.ts';
import type { ProjectDump } from './project-dump.ts';
import { type Passes, passesOf, passing } from './story-filtering.ts';

/** Milliseconds between two looks at a dump or search that is still going on. */
const PAUSE = 100;

const NO_HITS: SearchResult = {
  hits: 0,
  stories: 0,
  ordinals: new Uint32Array(),
  hitCounts: new Uint32Array(),
};

/**
 * One list of stories: those of a dump that pass a filter, as four bytes a story, or none at all where all of them pass.
 * Grows while the dump is being indexed and its query searched.
 */
export class ListView {
  readonly id: number;
  readonly target: ProjectDump;
  readonly #open: OpenProject;
  readonly #filter: StoryFilter;
  readonly #stopping = new AbortController();
  readonly #ending: AbortSignal;
  /** Null: every story of the dump. */
  #ordinals: Uint32Array | null = null;
  /** Of the stories in `#ordinals`, place by place. */
  #hitCounts: Uint32Array | null = null;
  #count = 0;
  #found = NO_HITS;
  #hits = 0;
  #complete = false;

  constructor(id: number, open: OpenProject, target: ProjectDump, filter: StoryFilter) {
    this.id = id;
    this.#open = open;
    this.target = target;
    this.#filter = filter;
    this.#ending = AbortSignal.any([this.#stopping.signal, target.ending]);
  }

  get state(): StoryView {
    return { view: this.id, count: this.#count, hits: this.#hits, complete: this.#complete };
  }

  /** What the view holds at once: everything, where the dump is indexed and there is no query. */
  async begin(): Promise<StoryView> {
    const { dump } = this.target;
    const { complete } = dump;
    await this.#take();
    this.#complete = complete && this.#filter.query === '';
    return this.state;
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
      if (this.#filter.query === '') await this.#indexed(growing.ask);
      else await this.#searched(growing.ask);
    } finally {
      await growing.end();
    }
    if (this.isStopped) return;
    await this.#take();
    report(this.end());
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
    const to = Math.min(this.#count, from + count);
    if (from >= to) return [];
    const ordinals = this.#ordinals
      ? [...this.#ordinals.subarray(from, to)]
      : Array.from({ length: to - from }, (_, index) => from + index);
    const hitCounts = this.#hitCounts;
    const rows = await this.target.dump.rows(ordinals);
    return rows.map(({ id, ordinal, source, publishedAt, precision, lang, lead }, index) => {
      const hits = hitCounts?.[from + index] ?? 0;
      return { ordinal, id, source, publishedAt, precision, lang, lead, hits };
    });
  }

  placeOf(ordinal: number): number | null {
    if (this.#ordinals) return placeIn(this.#ordinals, ordinal);
    return ordinal < this.#count ? ordinal : null;
  }

  async #indexed(grown: () => void): Promise<void> {
    const signal = this.#ending;
    const forget = this.target.dump.onProgress(grown);
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await Promise.race([this.target.indexed(), stopped]).finally(forget);
  }

  async #searched(grown: () => void): Promise<void> {
    const onHits = (soFar: SearchResult) => {
      this.#found = soFar;
      grown();
    };
    this.#found = await this.target.dump.search(this.#filter.query, { signal: this.#ending, onHits });
  }

  /** Makes the list anew from what is indexed and found by now. */
  async #take(): Promise<void> {
    const { dump, places, dumpId } = this.target;
    const { count } = dump;
    const passes = await passesOf(this.#filter, this.#open.project, dumpId, dump, places);
    if (this.#filter.query !== '') return this.#takeFound(this.#found, passes);
    this.#ordinals = passes && passing(passes, count);
    this.#count = this.#ordinals?.length ?? count;
  }

  #takeFound(found: SearchResult, passes: Passes | null): void {
    const ordinals = new OrdinalList();
    const hitCounts = new OrdinalList();
    let hits = 0;
    for (const [index, ordinal] of found.ordinals.entries()) {
      if (passes && !passes(ordinal)) continue;
      const inStory = found.hitCounts[index] as number;
      ordinals.push(ordinal);
      hitCounts.push(inStory);
      hits += inStory;
    }
    this.#ordinals = ordinals.toArray();
    this.#hitCounts = hitCounts.toArray();
    this.#count = this.#ordinals.length;
    this.#hits = hits;
  }
}
