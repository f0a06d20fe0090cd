import type { Source } from '../../story.ts';
import { textOf } from '../reading/shape.ts';
import { POST, PROFILE, REPOST } from './at-uri.ts';
import type { CarBlock } from './car-blocks.ts';
import { decodeBlock, hashOfLink, typeIn } from './cbor.ts';
import { Tree } from './tree.ts';

/** Where a post or repost stands in the file. In bytes. */
export interface Place {
  position: number;
  length: number;
  /** `<collection>/<rkey>`, more than one where records are equal; empty where the tree is damaged. */
  paths: readonly string[];
}

/** What must be known of a repository before its records can be read: whose it is, and the path of each record. */
export class Contents {
  did: string | null = null;
  private readonly tree = new Tree();
  private root: string | null = null;
  private readonly names = new Map<string, string>();
  private readonly records: { hash: string; position: number; length: number }[] = [];

  add({ hash, position, bytes }: CarBlock): void {
    const type = typeIn(bytes);
    if (type === POST || type === REPOST) this.records.push({ hash, position, length: bytes.length });
    // Of all other records only the profile says something; nodes and commits have no type.
    if (type !== null && type !== PROFILE) return;
    const block = decodeBlock(bytes);
    if (block === null || this.tree.add(hash, block)) return;
    const name = type === PROFILE ? textOf(block.displayName) : null;
    if (name !== null) this.names.set(hash, name.trim());
    const data = hashOfLink(block.data);
    if (data !== null && typeof block.did === 'string' && 'version' in block) {
      this.did = block.did;
      this.root = data;
    }
  }

  /** Whose repository it is, and its records in the order of the file. */
  finish(): { source: Source | null; places: Iterable<Place> } {
    const { paths, isWhole } = this.tree.walk(this.root);
    // A profile that was replaced says nothing any more.
    const name = [...this.names].find(([hash]) => paths.has(hash) || !isWhole)?.[1] ?? this.did;
    const source = name === null ? null : { name, handle: null };
    return { source, places: this.places(paths, isWhole) };
  }

  private *places(paths: ReadonlyMap<string, string>, isWhole: boolean): Generator<Place> {
    for (const { hash, position, length } of this.records) {
      const path = paths.get(hash);
      if (path !== undefined || !isWhole) yield { position, length, paths: path?.split('\n') ?? [] };
    }
  }
}
