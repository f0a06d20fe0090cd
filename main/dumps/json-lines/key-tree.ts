import type { ColumnPath } from '../../../app/formats/column-mapping.ts';

/** A key that leads to a value somebody asked for, or towards one. */
export interface KeyEntry {
  readonly key: Buffer;
  /** Which of the values asked for; -1: none, it only leads towards some. */
  slot: number;
  /** What is asked for in the object behind the key. */
  node: KeyNode | null;
  /** Number of the last record that had the key here: a record may have a key once only. */
  seen: number;
}

/** Bytes that stood in front of a value, with its key in them, and what the key leads to. */
export interface SeenKey {
  bytes: Buffer;
  words: DataView<ArrayBufferLike>;
  entry: KeyEntry | null;
}

/** What is asked for in an object. */
export interface KeyNode {
  readonly entries: KeyEntry[];
  /** How keys were written in such objects before, in their order: nearly always as they are written next. */
  readonly seen: SeenKey[];
}

/**
 * The keys of some paths as a tree, a path's place being its slot.
 * @returns null where a path leads into lists, or is the record itself
 */
export function keyTree(paths: readonly ColumnPath[]): KeyNode | null {
  const root = newNode();
  for (const [slot, path] of paths.entries()) {
    if (path.length === 0 || path.includes('*')) return null;
    let node = root;
    for (const [level, name] of path.entries()) {
      const entry = entryOf(node, Buffer.from(name));
      if (level === path.length - 1) entry.slot = slot;
      else {
        entry.node ??= newNode();
        node = entry.node;
      }
    }
  }
  return root;
}

function newNode(): KeyNode {
  return { entries: [], seen: [] };
}

function entryOf(node: KeyNode, key: Buffer): KeyEntry {
  let entry = node.entries.find((other) => other.key.equals(key));
  if (entry === undefined) {
    entry = { key, slot: -1, node: null, seen: 0 };
    node.entries.push(entry);
  }
  return entry;
}
