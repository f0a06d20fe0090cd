import type { Unit } from './continuum.ts';
import { between, type Dissimilarity } from './dissimilarity.ts';

/** Two spans of different coders that a best alignment may put together. `one` starts no later than `other`. */
export interface Link {
  one: number;
  other: number;
  dissimilarity: number;
}

/**
 * The pairs that are worth a thought, by `one`, then by `other`. With n coders a span leaves a unitary alignment at a
 * gain where its dissimilarities to the rest of it come to `(n - 1)(n + 2) / 2 × empty` or more (it then costs n - 1
 * empty counterparts there and a unitary alignment of its own), so a pair beyond that is in no best alignment: nothing
 * is lost by leaving it out. That is tighter than the bound of the paper's section 5.1.1.
 */
export function linksOf(units: readonly Unit[], coders: number, by: Dissimilarity): Link[] {
  const bound = (((coders - 1) * (coders + 2)) / 2) * by.empty;
  const links: Link[] = [];
  // A pair's misses come to the later start at least, so a span further off than this many lengths is out of reach.
  const reach =
    by.position > 0 && by.empty > 0 ? Math.sqrt(bound / (by.position * by.empty)) : Number.POSITIVE_INFINITY;
  const longest = units.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  units.forEach((one, place) => {
    const length = one.end - one.start;
    for (let other = place + 1; other < units.length; other += 1) {
      const candidate = units[other] as Unit;
      if (candidate.text !== one.text) break;
      if (candidate.start - one.start > reach * (length + longest)) break;
      if (candidate.coder === one.coder) continue;
      const dissimilarity = between(one, candidate, by);
      if (dissimilarity < bound) links.push({ one: place, other, dissimilarity });
    }
  });
  return links;
}
