/** An edge of a sparse bipartite graph. Costs are not negative. */
export interface Edge {
  right: number;
  cost: number;
}

/**
 * The matching of least cost, where each left node takes a right one of its own or stays alone for `alone`: shortest
 * augmenting paths with potentials (the Hungarian method as in J. Munkres 1957 and R. Jonker and A. Volgenant 1987), on
 * the edges that there are. For each left node its right one, or -1.
 */
export function assign(edges: readonly (readonly Edge[])[], rightNodes: number, alone: number): Int32Array {
  const rightOf = new Int32Array(edges.length).fill(-1);
  const leftOf = new Int32Array(rightNodes).fill(-1);
  const potential = new Float64Array(rightNodes);
  // What the current match of a left node costs after potentials: all reduced costs are measured against it.
  const leftPotential = new Float64Array(edges.length);
  for (let start = 0; start < edges.length; start += 1) {
    augment(start);
  }
  return rightOf;

  function augment(start: number): void {
    const distance = new Map<number, number>();
    const cameFrom = new Map<number, number>();
    const settledLeft: [left: number, at: number][] = [];
    const settledRight: [right: number, at: number][] = [];
    const queue = new Heap();
    // The cheapest way to an end: a left node that becomes (or stays) alone, or a free right node.
    let [best, endLeft, endRight] = [Number.POSITIVE_INFINITY, -1, -1];

    const settle = (left: number, at: number) => {
      settledLeft.push([left, at]);
      const own = leftPotential[left] as number;
      const lonely = at + alone - own;
      if (lonely < best) [best, endLeft, endRight] = [lonely, left, -1];
      for (const { right, cost } of edges[left] as readonly Edge[]) {
        if (right === rightOf[left]) continue;
        const reached = at + Math.max(0, cost - own - (potential[right] as number));
        if (reached >= (distance.get(right) ?? Number.POSITIVE_INFINITY)) continue;
        distance.set(right, reached);
        cameFrom.set(right, left);
        queue.push(right, reached);
      }
    };

    leftPotential[start] = cheapest(edges[start] as readonly Edge[], potential, alone);
    settle(start, 0);
    const done = new Set<number>();
    for (let next = queue.pop(); next !== null && next.at < best; next = queue.pop()) {
      const { node: right, at } = next;
      if (done.has(right) || at > (distance.get(right) as number)) continue;
      done.add(right);
      const holder = leftOf[right] as number;
      if (holder < 0) {
        [best, endLeft, endRight] = [at, -1, right];
        break;
      }
      settledRight.push([right, at]);
      settle(holder, at);
    }

    for (const [left, at] of settledLeft) leftPotential[left] = (leftPotential[left] as number) + best - at;
    for (const [right, at] of settledRight) potential[right] = (potential[right] as number) - (best - at);

    // Along the path each left node hands its right one on to the node before it.
    if (endRight < 0) {
      const given = rightOf[endLeft] as number;
      rightOf[endLeft] = -1;
      if (endLeft === start) return;
      handOn(given);
    } else handOn(endRight);

    function handOn(free: number): void {
      for (let right = free; ; ) {
        const left = cameFrom.get(right) as number;
        const before = rightOf[left] as number;
        rightOf[left] = right;
        leftOf[right] = left;
        if (left === start) return;
        right = before;
      }
    }
  }
}

function cheapest(edges: readonly Edge[], potential: Float64Array, alone: number): number {
  return edges.reduce(
    (least, { right, cost }) => Math.min(least, cost - (potential[right] as number)),
    alone,
  );
}

/** A binary heap of nodes by their distance; outdated entries are passed over by whoever takes them. */
class Heap {
  private readonly nodes: { node: number; at: number }[] = [];

  push(node: number, at: number): void {
    const { nodes } = this;
    let place = nodes.length;
    nodes.push({ node, at });
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((nodes[parent] as { at: number }).at <= at) break;
      nodes[place] = nodes[parent] as { node: number; at: number };
      place = parent;
    }
    nodes[place] = { node, at };
  }

  pop(): { node: number; at: number } | null {
    const { nodes } = this;
    const [first] = nodes;
    const last = nodes.pop();
    if (!first || !last) return null;
    if (nodes.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= nodes.length) break;
      const sibling = nodes[child + 1];
      if (sibling && sibling.at < (nodes[child] as { at: number }).at) child += 1;
      if ((nodes[child] as { at: number }).at >= last.at) break;
      nodes[place] = nodes[child] as { node: number; at: number };
      place = child;
    }
    nodes[place] = last;
    return first;
  }
}
