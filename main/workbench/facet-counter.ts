import type { Project } from '../../app/project.ts';
import type { ReviewState } from '../../app/review.ts';
import { isAnnotated, ratingsOf, reviewOf, tagsOf } from '../../app/story-annotations.ts';
import type { Dump } from '../dumps/dump.ts';
import { DayCounts } from './day-counts.ts';
import { type FilterGroup, sourceIdOf } from './story-filtering.ts';

/** Counts stories by everything that a filter can ask for. */
export class FacetCounter {
  stories = 0;
  undated = 0;
  annotated = 0;
  /** By source id. */
  readonly sources: Uint32Array;
  readonly languages = new Map<string, number>();
  readonly days = new DayCounts();
  readonly reviews: Record<ReviewState, number> = {
    unread: 0,
    'in-progress': 0,
    reviewed: 0,
    'signed-off': 0,
  };
  readonly ratings = new Map<string, number>();
  readonly tags = new Map<string, number>();
  readonly #dump: Dump;
  readonly #project: Project;
  readonly #placed: ReadonlyMap<number, string>;

  /** @param placed the keys of the project's stories, by ordinal */
  constructor(dump: Dump, project: Project, placed: ReadonlyMap<number, string>) {
    this.#dump = dump;
    this.#project = project;
    this.#placed = placed;
    this.sources = new Uint32Array(dump.sources.length + 1);
  }

  /** A story that passes the whole filter, or all of it but for one part: then it counts for that part only. */
  add(ordinal: number, failing: FilterGroup | null): void {
    const dump = this.#dump;
    if (failing === null) this.stories += 1;
    if (failing === null || failing === 'sources') {
      const id = sourceIdOf(dump, ordinal);
      this.sources[id] = (this.sources[id] as number) + 1;
    }
    if (failing === null || failing === 'languages') count(this.languages, dump.langOf(ordinal));
    if (failing === null || failing === 'days') {
      const day = dump.dayOf(ordinal);
      if (day === null) this.undated += 1;
      else this.days.add(day);
    }
    const key = this.#placed.get(ordinal);
    if (key !== undefined) this.#addAnnotated(key, failing);
    else if (failing === null || failing === 'reviews') this.reviews.unread += 1;
  }

  #addAnnotated(key: string, failing: FilterGroup | null): void {
    const project = this.#project;
    if (failing === null || failing === 'reviews') this.reviews[reviewOf(project, key)] += 1;
    if (failing === null || failing === 'ratings')
      for (const id of new Set(ratingsOf(project, key))) count(this.ratings, id);
    if (failing === null || failing === 'tags') for (const id of tagsOf(project, key)) count(this.tags, id);
    if ((failing === null || failing === 'annotated') && isAnnotated(project, key)) this.annotated += 1;
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
