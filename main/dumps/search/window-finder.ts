import type { ByteEdge, ByteNode } from './byte-graph.ts';

/** More bytes than this are not skipped at a time: looking further ahead costs more than it saves. */
const LONGEST_WINDOW = 48;

/**
 * Finds the paths of a graph in bytes: by Horspool's algorithm on pairs of bytes, for all paths at once (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). A window
 * of as many bytes as every path has slides over the bytes; the pair at its end says how far it can go on.
 */
export class WindowFinder {
  /** Bytes that every path has at least, and that one has at most, ways back to the same place apart. */
  readonly shortest: number;
  readonly longest: number;
  /** Behind the match that `find` found: the longest one there. */
  end = 0;
  private readonly start: ByteNode;
  private readonly unit: 1 | 2;
  private readonly window: number;
  /** By pair, the first byte low: how far the window may go on; 0 where a match may begin with it. */
  private readonly shift: Uint8Array;
  /** How far it may go on from a pair of `shift` 0 that was no match. */
  private readonly step: Uint8Array;
  /** By byte: whether a match may begin with it. */
  private readonly first = new Uint8Array(256);

  /** @param unit bytes that every match's place is a multiple of, from where the search begins */
  constructor(start: ByteNode, unit: 1 | 2) {
    this.start = start;
    this.unit = unit;
    [this.shortest, this.longest] = lengthsOf(this.start);
    this.window = Math.min(this.shortest, LONGEST_WINDOW);
    this.shift = new Uint8Array(1 << 16).fill(this.window);
    this.step = new Uint8Array(1 << 16).fill(this.window);
    this.fillTables();
  }

  /**
   * Index of the first match that begins between `from` and `last`; -1 where there is none.
   * @param last the last index that a match may begin at
   * @param limit no match reaches beyond it
   */
  find(bytes: Buffer, from: number, last: number, limit: number): number {
    const end = Math.min(last + this.window, limit);
    return this.window === 1
      ? this.findBytes(bytes, from, end, limit)
      : this.findPairs(bytes, from, end, limit);
  }

  private findPairs(bytes: Buffer, from: number, end: number, limit: number): number {
    const { shift, step, window } = this;
    for (let at = from + window - 1; at < end; ) {
      const pair = (bytes[at - 1] as number) | ((bytes[at] as number) << 8);
      const far = shift[pair] as number;
      if (far !== 0) at += far;
      else if (this.matches(bytes, at - window + 1, limit)) return at - window + 1;
      else at += step[pair] as number;
    }
    return -1;
  }

  private findBytes(bytes: Buffer, from: number, end: number, limit: number): number {
    for (let at = from; at < end; at += 1) if (this.matches(bytes, at, limit)) return at;
    return -1;
  }

  private matches(bytes: Buffer, at: number, limit: number): boolean {
    if (this.first[bytes[at] as number] === 0) return false;
    this.end = longestMatch(this.start, bytes, at, limit);
    return this.end !== -1;
  }

  /** Walks along all paths at once, as far as the window goes. */
  private fillTables(): void {
    const { window, shift, step, first, unit } = this;
    for (const { low, high } of this.start.edges) first.fill(1, low, high + 1);
    // The second byte of a pair may be the first of a match; in UTF-16 pairs are units, and are not.
    if (unit === 1)
      for (let pair = 0; pair < shift.length; pair += 1)
        if (first[pair >> 8] === 1) shift[pair] = step[pair] = window - 1;
    let nodes = new Set([this.start]);
    for (let at = 0; at + 2 <= window; at += 1) {
      const far = window - 2 - at;
      const next = new Set<ByteNode>();
      for (const { edges } of nodes)
        for (const edge of edges) {
          next.add(edge.to);
          if (at % unit === 0) for (const second of edge.to.edges) this.allow(edge, second, far);
        }
      nodes = next;
    }
  }

  /** From such a pair the window may go on for `far` bytes, not more. */
  private allow(first: ByteEdge, second: ByteEdge, far: number): void {
    for (let high = second.low; high <= second.high; high += 1)
      for (let low = first.low; low <= first.high; low += 1) {
        const pair = low | (high << 8);
        this.shift[pair] = far;
        if (far > 0) this.step[pair] = far;
      }
  }
}

/** Index behind the longest match that begins at `at`; -1 where none does. */
function longestMatch(node: ByteNode, bytes: Buffer, at: number, limit: number): number {
  let end = node.isEnd ? at : -1;
  if (at >= limit) return end;
  const byte = bytes[at] as number;
  const { edges } = node;
  for (let index = 0; index < edges.length; index += 1) {
    const edge = edges[index] as ByteEdge;
    if (byte >= edge.low && byte <= edge.high)
      end = Math.max(end, longestMatch(edge.to, bytes, at + 1, limit));
  }
  return end;
}

/** Of the shortest and of the longest path to an end, back to the same place apart. */
function lengthsOf(start: ByteNode): [shortest: number, longest: number] {
  const known = new Map<ByteNode, [number, number]>();
  const lengths = (node: ByteNode): [number, number] => {
    const found = known.get(node);
    if (found !== undefined) return found;
    let [shortest, longest] = node.isEnd ? [0, 0] : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    // While it is being looked at, a way back to it leads nowhere.
    known.set(node, [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    for (const { to } of node.edges) {
      const [least, most] = lengths(to);
      shortest = Math.min(shortest, least + 1);
      longest = Math.max(longest, most + 1);
    }
    known.set(node, [shortest, longest]);
    return [shortest, longest];
  };
  return lengths(start);
}
