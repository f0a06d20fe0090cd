import { type FoldingKind, lettersOf, takesSelector } from '../../../app/search/letters.ts';
import type { Literal } from '../../../app/search/need.ts';
import { type Spelling, Unfolding } from '../../../app/search/unfolding.ts';
import type { ByteRow, ByteSpelling } from './spelling.ts';

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

/** Whether ways to write a letter that begin with two such bytes are left out. */
export type LeftOut = (first: number, second: number) => boolean;

/**
 * Every way to write a literal, or as much of its beginning as `MOST_LETTERS`, in bytes: the paths from the node that
 * is returned to one with `isEnd`.
 */
export function byteGraph(
  { letters, folding }: Literal,
  spelling: ByteSpelling,
  isLeftOut: LeftOut = () => false,
): ByteNode {
  return new GraphMaker(folding, spelling, isLeftOut).graph(letters, Math.min(letters.length, MOST_LETTERS));
}

const UNFOLDINGS = new Map<FoldingKind, Unfolding>();

function unfoldingOf(kind: FoldingKind): Unfolding {
  const unfolding = UNFOLDINGS.get(kind) ?? new Unfolding(kind);
  UNFOLDINGS.set(kind, unfolding);
  return unfolding;
}

class GraphMaker {
  private readonly folding: FoldingKind | null;
  private readonly spelling: ByteSpelling;
  private readonly isLeftOut: LeftOut;
  private readonly selectors: readonly ByteRow[];
  /** Between letters of the literal, by UTF-16 unit: behind one that takes no selectors, and behind one that does. */
  private readonly places: (ByteNode | null)[][] = [];

  constructor(folding: FoldingKind | null, spelling: ByteSpelling, isLeftOut: LeftOut) {
    this.folding = folding;
    this.spelling = spelling;
    this.isLeftOut = isLeftOut;
    this.selectors = this.kept(spelling.selectors);
  }

  graph(letters: string, end: number): ByteNode {
    const start = new ByteNode(true);
    this.places[0] = [start, null];
    for (let at = 0; at < end; at += 1) {
      const froms = (this.places[at] ?? []).filter(isNode);
      if (froms.length === 0) continue;
      for (const { to, text } of this.spellingsAt(letters, at))
        for (const from of froms) this.add(from, text, to, letters.slice(at, to));
    }
    // A spelling of several letters may go beyond the end that was chosen.
    for (const places of this.places.slice(end))
      for (const place of places ?? []) if (place) place.isEnd = true;
    return start;
  }

  private spellingsAt(letters: string, at: number): Spelling[] {
    if (this.folding !== null) return unfoldingOf(this.folding).spellingsAt(letters, at);
    const text = String.fromCodePoint(letters.codePointAt(at) as number);
    return [{ to: at + text.length, text }];
  }

  /** @param folded what `text` folds to */
  private add(from: ByteNode, text: string, to: number, folded: string): void {
    const letters = [...text];
    const last = letters.pop() as string;
    let nodes = [from];
    for (const letter of letters) {
      const inside = new ByteNode(true);
      if (this.takesSelector(letter, null)) this.addSelectors(inside);
      const rows = this.kept(this.spelling.rowsOf(letter));
      for (const node of nodes) for (const row of rows) addPath(node, row, inside);
      nodes = rows.length === 0 ? [] : [inside];
    }
    const rows = this.kept(this.spelling.rowsOf(last));
    if (rows.length === 0 || nodes.length === 0) return;
    const end = this.placeAt(to, this.takesSelector(last, folded));
    for (const node of nodes) for (const row of rows) addPath(node, row, end);
  }

  private kept(rows: readonly ByteRow[]): ByteRow[] {
    return rows.filter(([first, second]) => !this.isLeftOut(first?.[0]?.[0] ?? 0, second?.[0]?.[0] ?? 0));
  }

  private takesSelector(letter: string, folded: string | null): boolean {
    return this.folding !== null && takesSelector(letter, folded ?? lettersOf(letter, this.folding));
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
    for (const row of this.selectors) addPath(node, row, node);
  }
}

function isNode(place: ByteNode | null): place is ByteNode {
  return place !== null;
}

/** A path for a row of bytes, shared with the rows that begin alike. */
function addPath(from: ByteNode, row: ByteRow, end: ByteNode): void {
  let node = from;
  for (const [index, ranges] of row.entries()) {
    const isLast = index === row.length - 1;
    const [[low, high] = [0, 0]] = ranges;
    const known = node.edges.find(
      (edge) => edge.low === low && edge.high === high && (isLast ? edge.to === end : !edge.to.isPlace),
    );
    const to: ByteNode = known?.to ?? (isLast ? end : new ByteNode(false));
    if (known === undefined)
      for (const range of ranges) node.edges.push({ low: range[0], high: range[1], to });
    node = to;
  }
}
