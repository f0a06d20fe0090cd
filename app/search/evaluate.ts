import type { Query, Term } from './query.ts';

/** Where something was found: in one of several texts, if there are several, from `start` to before `end`. */
export interface Hit {
  piece: number;
  start: number;
  end: number;
}

/**
 * The hits because of which a query holds, in order; what overlaps is one hit. Null where it does not hold.
 * @param hitsOf of one term; null where it does not hold, none where it is no question of places
 */
export function evaluate(query: Query, hitsOf: (term: Term) => Hit[] | null): Hit[] | null {
  const hits = unordered(query, hitsOf);
  return hits && merged(hits);
}

function unordered(query: Query, hitsOf: (term: Term) => Hit[] | null): Hit[] | null {
  switch (query.kind) {
    case 'all': {
      const hits: Hit[][] = [];
      for (const part of query.parts) {
        const found = unordered(part, hitsOf);
        if (found === null) return null;
        hits.push(found);
      }
      return hits.flat();
    }
    case 'any': {
      const found = query.parts.map((part) => unordered(part, hitsOf)).filter((hits) => hits !== null);
      return found.length === 0 ? null : found.flat();
    }
    case 'not':
      return unordered(query.part, hitsOf) === null ? [] : null;
    default:
      return hitsOf(query);
  }
}

function merged(hits: Hit[]): Hit[] {
  if (isInOrder(hits)) return hits;
  const inOrder: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.piece - b.piece || a.start - b.start || a.end - b.end)) {
    const last = inOrder.at(-1);
    if (last !== undefined && last.piece === hit.piece && hit.start < last.end)
      last.end = Math.max(last.end, hit.end);
    else inOrder.push({ ...hit });
  }
  return inOrder;
}

function isInOrder(hits: readonly Hit[]): boolean {
  return hits.every((hit, index) => {
    const before = hits[index - 1];
    return (
      before === undefined ||
      before.piece < hit.piece ||
      (before.piece === hit.piece && before.end <= hit.start)
    );
  });
}
