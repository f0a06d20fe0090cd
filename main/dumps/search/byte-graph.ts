import type { FoldingKind } from '../../../app/search/letters.ts';
import { lettersOf, takesSelector } from '../../../app/search/letters.ts';
import type { Literal } from '../../../app/search/need.ts';
import { Unfolding } from '../../../app/search/unfolding.ts';
import type { ByteRange, ByteSpelling } from './spelling.ts';

export interface ByteEdge {
  low: number;
  high: number;
  to: ByteNode;
}

/** A place between two bytes of a literal; its edges say which bytes it may go on with. */
export class ByteNode {
  readonly edges: ByteEdge[] = [];
  /** The literal may end here. */
  isEnd = false;
  /** Between two letters, whichever way they are written. */
  readonly isPlace: boolean;

  constructor(isPlace: boolean) {
    this.isPlace = isPlace;
  }
}

/** Letters of a literal that a graph has, in UTF-16 units; a text that has these is worth a closer look. */
export const MOST_LETTERS = 256;

/**
 * Every way to write a literal, or as much of its beginning as `MOST_LETTERS`, in bytes: the paths from the node that
 * is returned to one with `isEnd`.
 * @param isLeftOut leaves out the ways with such letters; the ones before and after are there
 */
export function byteGraph(
  { letters, folding }: Literal,
  spelling: ByteSpelling,
  isLeftOut: (firstByte: number, secondByte: number) => boolean = () => false,
): ByteNode {
  const end = Math.min(letters.length, MOST_LETTERS);
  return folding === null
    ? exactGraph(letters.slice(0, end).toWellFormed(), spelling)
    : new GraphMaker(folding, spelling, isLeftOut).graph(letters, end);
}

function exactGraph(letters: string, spelling: ByteSpelling): ByteNode {
  const start = new ByteNode(true);
  let node = start;
  for (const letter of letters) node = addPath(node, exactly(spelling.bytesOf(letter)), null);
  node.isEnd = true;
  return start;
}

const UNFOLDINGS = new Map<FoldingKind, Unfolding>();

function unfoldingOf(kind: FoldingKind): Unfolding {
  const unfolding = UNFOLDINGS.get(kind) ?? new Unfolding(kind);
  UNFOLDINGS.set(kind, unfolding);
  return unfolding;
}

class GraphMaker {
  private readonly folding: FoldingKind;
  private readonly spelling: ByteSpelling;
  private readonly isLeftOut: (firstByte: number, secondByte: number) => boolean;
  private readonly selectors: readonly (readonly ByteRange[])[];
  /** Between letters of the literal, by UTF-16 unit: behind one that takes no selectors, and behind one that does. */
  private readonly places: [bare: ByteNode | null, taking: ByteNode | null][] = [];

  constructor(
    folding: FoldingKind,
    spelling: ByteSpelling,
    isLeftOut: (firstByte: number, secondByte: number) => boolean,
  ) {
    this.folding = folding;
    this.spelling = spelling;
    this.isLeftOut = isLeftOut;
    this.selectors = spelling.selectors.filter(
      ([first, second]) => !isLeftOut(first?.[0] ?? 0, second?.[0] ?? 0),
    );
  }

  graph(letters: string, end: number): ByteNode {
    const start = new ByteNode(true);
    this.places[0] = [start, null];
    for (let at = 0; at < end; at += 1) {
      const froms: ByteNode[] = [];
      for (const place of this.places[at] ?? []) if (place) froms.push(place);
      for (const { to, text } of unfoldingOf(this.folding).spellingsAt(letters, at))
        for (const from of froms) this.add(from, text, to, letters.slice(at, to));
    }
    // A spelling of several letters may go beyond the end that was chosen.
    for (const places of this.places.slice(end))
      for (const place of places ?? []) if (place) place.isEnd = true;
    return start;
  }

  /** @param folded what `text` folds to */
  private add(from: ByteNode, text: string, to: number, folded: string): void {
    const letters = [...text];
    const rows = letters.map((letter) => exactly(this.spelling.bytesOf(letter)));
    if (rows.some(([first, second]) => this.isLeftOut(first?.[0] ?? 0, second?.[0] ?? 0))) return;
    let node = from;
    for (const [index, letter] of letters.entries()) {
      const row = rows[index] as ByteRange[];
      if (index < letters.length - 1) {
        node = addPath(node, row, null);
        const isNew = node.edges.length === 0;
        if (isNew && takesSelector(letter, lettersOf(letter, this.folding))) this.addSelectors(node);
      } else addPath(node, row, this.placeAt(to, takesSelector(letter, folded)));
    }
  }

  private placeAt(at: number, takesSelectors: boolean): ByteNode {
    const places = this.places[at] ?? [null, null];
    this.places[at] = places;
    const known = places[takesSelectors ? 1 : 0];
    if (known) return known;
    const place = new ByteNode(true);
    places[takesSelectors ? 1 : 0] = place;
    if (takesSelectors) this.addSelectors(place);
    return place;
  }

  private addSelectors(node: ByteNode): void {
    for (const ranges of this.selectors) addPath(node, ranges, node);
  }
}

/** A path for a row of bytes, shared with the rows that begin alike. @returns its end, `end` where that is given */
function addPath(from: ByteNode, ranges: readonly ByteRange[], end: ByteNode | null): ByteNode {
  let node = from;
  for (const [index, [low, high]] of ranges.entries()) {
    const target = index === ranges.length - 1 ? end : null;
    let edge = node.edges.find(
      (known) =>
        known.low === low && known.high === high && (target ? known.to === target : !known.to.isPlace),
    );
    if (edge === undefined) {
      edge = { low, high, to: target ?? new ByteNode(false) };
      node.edges.push(edge);
    }
    node = edge.to;
  }
  return node;
}

function exactly(bytes: Buffer): ByteRange[] {
  return Array.from(bytes, (byte) => [byte, byte]);
}
