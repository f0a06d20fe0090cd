import type { JsonObject } from '../reading/shape.ts';
import { objectsOf } from '../reading/shape.ts';
import { POST, PROFILE, REPOST } from './at-uri.ts';
import { hashOfLink } from './cbor.ts';

/** The collections whose records say something to a reader. */
const COLLECTIONS = [POST, REPOST, PROFILE].map((collection) => `${collection}/`);
/** A path has at most so many bytes (atproto.com/specs/repository). */
const KEY_LIMIT = 1024;

interface Node {
  below: string[];
  /** Pairs of a record's hash and its path, `<collection>/<rkey>`. */
  records: [hash: string, path: string][];
}

/**
 * The Merkle search tree of a repository (atproto.com/specs/repository), which tells the path of each record. Its nodes
 * come in any order; of the records only those are kept that a reader could want.
 */
export class Tree {
  private readonly nodes = new Map<string, Node>();

  /** False for a block that is no node. */
  add(hash: string, block: JsonObject): boolean {
    if (!('l' in block) || !Array.isArray(block.e)) return false;
    const node: Node = { below: [], records: [] };
    const link = (value: unknown) => {
      const below = hashOfLink(value);
      if (below !== null) node.below.push(below);
    };
    link(block.l);
    let key = '';
    for (const { p, k, v, t } of objectsOf(block.e)) {
      // Keys leave out what they share with the one before.
      key = (key.slice(0, Number(p)) + textOfBytes(k)).slice(0, KEY_LIMIT);
      const record = hashOfLink(v);
      if (record !== null && COLLECTIONS.some((collection) => key.startsWith(collection)))
        node.records.push([record, key]);
      link(t);
    }
    this.nodes.set(hash, node);
    return true;
  }

  /**
   * Follows the tree from its root, and forgets its nodes. Where a node is missing, all others count: each tells whole
   * paths, and what is not in the tree any more is seldom in the file.
   * @param root null where it is not known
   * @returns paths by hash, those of equal records parted by line breaks; whether no node is missing
   */
  walk(root: string | null): { paths: Map<string, string>; isWhole: boolean } {
    const reached = root === null ? null : this.reachedFrom(root);
    const paths = new Map<string, string>();
    for (const { records } of reached ?? this.nodes.values()) {
      for (const [record, path] of records) {
        const known = paths.get(record);
        paths.set(record, known === undefined ? path : `${known}\n${path}`);
      }
    }
    this.nodes.clear();
    return { paths, isWhole: reached !== null };
  }

  /** null where a node is missing. */
  private reachedFrom(root: string): Set<Node> | null {
    const reached = new Set<Node>();
    const waiting = [root];
    for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
      const node = this.nodes.get(hash);
      if (node === undefined) return null;
      if (reached.has(node)) continue;
      reached.add(node);
      waiting.push(...node.below);
    }
    return reached;
  }
}

function textOfBytes(value: unknown): string {
  return value instanceof Uint8Array ? String.fromCharCode(...value.subarray(0, KEY_LIMIT)) : '';
}
