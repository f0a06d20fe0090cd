import { assign, type Edge } from './assignment.ts';
import type { Unit } from './continuum.ts';
import type { Dissimilarity } from './dissimilarity.ts';
import { linksOf } from './links.ts';

/** What the best alignment of two coders comes to, and of how many unitary alignments it is. */
export interface Aligned {
  /** Sum of the unitary disorders. */
  disorder: number;
  unitary: number;
}

/**
 * The best alignment of two coders. A unitary alignment is a pair or a span alone, so it is a bipartite assignment, and
 * exact whatever the size.
 */
export function alignTwo(units: readonly Unit[], by: Dissimilarity): Aligned {
  const links = linksOf(units, 2, by);
  const [left, right] = [new Map<number, number>(), new Map<number, number>()];
  const edges: Edge[][] = [];
  // Spans without a link are alone in any case; the others go in the order of the text.
  for (const { one, other, dissimilarity } of links) {
    const [of, to] = (units[one] as Unit).coder === 0 ? [one, other] : [other, one];
    const [row, column] = [placeIn(left, of), placeIn(right, to)];
    let from = edges[row];
    if (!from) {
      from = [];
      edges[row] = from;
    }
    from.push({ right: column, cost: dissimilarity });
  }
  const matched = assign(edges, right.size, 2 * by.empty);
  let [disorder, pairs] = [0, 0];
  edges.forEach((from, row) => {
    const pair = from.find((edge) => edge.right === matched[row]);
    if (!pair) return;
    disorder += pair.cost;
    pairs += 1;
  });
  const alone = units.length - 2 * pairs;
  return { disorder: disorder + alone * by.empty, unitary: pairs + alone };
}

function placeIn(places: Map<number, number>, unit: number): number {
  let place = places.get(unit);
  if (place === undefined) {
    place = places.size;
    places.set(unit, place);
  }
  return place;
}
