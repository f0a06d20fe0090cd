import { OUTCOMES, type Outcome } from '../rating-scale.ts';
import type { StoryKey } from '../story.ts';
import { Tallies, type Tally } from './tally.ts';

/** What claims come to; `unrated`: nobody has given a verdict yet. */
export const STANDINGS = [...OUTCOMES, 'unrated'] as const;
export type Standing = Outcome | 'unrated';

/** Claims of one group by what they come to. */
export type Verdicts = Readonly<Record<Standing, Tally>>;

/** Claims by a key and by what they come to. */
export class VerdictTable<K> {
  readonly #groups = new Map<K, Tallies<Standing>>();

  add(key: K, standing: Standing, story: StoryKey): void {
    let group = this.#groups.get(key);
    if (!group) {
      group = new Tallies();
      this.#groups.set(key, group);
    }
    group.add(standing, story);
  }

  /** The groups with most claims first; of equal ones, the one that was met first. */
  mostFirst(): [key: K, verdicts: Verdicts][] {
    return this.#rows().sort(([, a], [, b]) => claimsIn(b) - claimsIn(a));
  }

  inOrder(compare: (a: K, b: K) => number): [key: K, verdicts: Verdicts][] {
    return this.#rows().sort(([a], [b]) => compare(a, b));
  }

  #rows(): [K, Verdicts][] {
    return [...this.#groups].map(([key, group]) => [
      key,
      Object.fromEntries(STANDINGS.map((standing) => [standing, group.of(standing)])) as Record<
        Standing,
        Tally
      >,
    ]);
  }
}

export function claimsIn(verdicts: Verdicts): number {
  return STANDINGS.reduce((sum, standing) => sum + verdicts[standing].count, 0);
}
