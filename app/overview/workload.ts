import { annotationsOf, type Project } from '../project.ts';
import { findRating } from '../rating-scale.ts';
import type { StoryKey } from '../story.ts';
import { Tallies, type Tally } from './tally.ts';

/** What one person did, and what of it waits for a verdict. */
export const WORK = ['claims', 'unrated', 'tags', 'notes', 'in-progress', 'reviewed', 'signed-off'] as const;
export type Work = (typeof WORK)[number];

export interface Workload {
  /** The name that the work is signed with; empty where it was not signed. */
  person: string;
  work: Readonly<Record<Work, Tally>>;
}

/** By person, who did most first. */
export class WorkloadCounter {
  readonly #people = new Map<string, Tallies<Work>>();

  add(project: Project, key: StoryKey): void {
    const { claims, taggings, notes } = annotationsOf(project, key);
    for (const id of claims) {
      const claim = project.claims.get(id);
      if (!claim) continue;
      this.#count(claim.createdBy, 'claims', key);
      if (!findRating(project.scale, claim.ratingId)) this.#count(claim.createdBy, 'unrated', key);
    }
    for (const id of taggings) this.#count(project.taggings.get(id)?.createdBy ?? '', 'tags', key);
    for (const id of notes) this.#count(project.notes.get(id)?.createdBy ?? '', 'notes', key);
    const review = project.reviews.get(key);
    if (review && review.state !== 'unread') this.#count(review.by, review.state, key);
  }

  result(): Workload[] {
    const rows = [...this.#people].map(([person, counted]) => ({
      person,
      work: Object.fromEntries(WORK.map((kind) => [kind, counted.of(kind)])) as Record<Work, Tally>,
    }));
    return rows.sort((a, b) => total(b) - total(a) || (a.person < b.person ? -1 : 1));
  }

  #count(person: string, work: Work, key: StoryKey): void {
    const name = person.trim();
    let counted = this.#people.get(name);
    if (!counted) {
      counted = new Tallies();
      this.#people.set(name, counted);
    }
    counted.add(work, key);
  }
}

/** `unrated` claims are among the claims already. */
function total({ work }: Workload): number {
  return WORK.reduce((sum, kind) => (kind === 'unrated' ? sum : sum + work[kind].count), 0);
}
