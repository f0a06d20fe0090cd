/** Two things that may be paired. `left` and `right` count from 0, each on its own side; `weight` is a whole number above 0. */
export interface Edge {
  left: number;
  right: number;
  weight: number;
}

/**
 * The pairing, at most one to one, whose weights come to the most: exact, by augmenting along the path of most gain
 * from one left side after the other. Of several that come to the same, the one found first in the order of the edges;
 * the same edges give the same pairs.
 */
export function heaviestPairs(edges: readonly Edge[]): { left: number; right: number }[] {
  const edgesOf = new Map<number, Edge[]>();
  for (const edge of edges) {
    const others = edgesOf.get(edge.left);
    if (others) others.push(edge);
    else edgesOf.set(edge.left, [edge]);
  }
  const pairs = new Pairs();
  for (const left of edgesOf.keys()) augment(left, edgesOf, pairs);
  return pairs.list();
}

class Pairs {
  readonly #byLeft = new Map<number, Edge>();
  readonly #byRight = new Map<number, Edge>();

  ofLeft(left: number): Edge | undefined {
    return this.#byLeft.get(left);
  }
  ofRight(right: number): Edge | undefined {
    return this.#byRight.get(right);
  }
  drop(left: number): void {
    this.#byLeft.delete(left);
  }
  set(edge: Edge): void {
    this.#byLeft.set(edge.left, edge);
    this.#byRight.set(edge.right, edge);
  }
  list(): { left: number; right: number }[] {
    return [...this.#byLeft.values()]
      .map(({ left, right }) => ({ left, right }))
      .sort((a, b) => a.left - b.left);
  }
}

/** What is gained by pairing `left`, were its partner's former partner, and so on, paired anew or left alone. */
function augment(left: number, edgesOf: ReadonlyMap<number, readonly Edge[]>, pairs: Pairs): void {
  const gainAt = new Map<number, number>([[left, 0]]);
  const reached = new Map<number, { gain: number; by: Edge }>();
  let best: { gain: number; right: number; free: boolean } | null = null;
  const queue = [left];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const soFar = gainAt.get(next) as number;
    for (const edge of edgesOf.get(next) ?? []) {
      if (pairs.ofLeft(next) === edge) continue;
      const gain = soFar + edge.weight;
      if (gain <= (reached.get(edge.right)?.gain ?? Number.NEGATIVE_INFINITY)) continue;
      reached.set(edge.right, { gain, by: edge });
      const held = pairs.ofRight(edge.right);
      if (held && gain - held.weight > (gainAt.get(held.left) ?? Number.NEGATIVE_INFINITY)) {
        gainAt.set(held.left, gain - held.weight);
        queue.push(held.left);
      }
    }
  }
  for (const [right, { gain }] of reached) {
    const held = pairs.ofRight(right);
    const total = gain - (held?.weight ?? 0);
    const better = best === null || total > best.gain || (total === best.gain && !held && !best.free);
    if (total > 0 && better) best = { gain: total, right, free: !held };
  }
  if (!best) return;
  const dropped = pairs.ofRight(best.right);
  if (dropped) pairs.drop(dropped.left);
  for (let right: number | undefined = best.right; right !== undefined; ) {
    const { by } = reached.get(right) as { by: Edge };
    const former: number | undefined = by.left === left ? undefined : pairs.ofLeft(by.left)?.right;
    pairs.set(by);
    right = former;
  }
}
