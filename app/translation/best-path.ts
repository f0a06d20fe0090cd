import type { Cost } from './pair-costs.ts';

/** What a sentence costs that the other side does not have. */
export const GAP = 2.8;
/**
 * How many sentences a pair takes from either side, and what that costs, in nats: −log of how often it happens. After
 * table 5 of Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (Computational Linguistics 19(1),
 * 1993, https://aclanthology.org/J93-1004/), where three for one is not foreseen; Japanese does that to long sentences.
 */
export const MOVES: readonly (readonly [original: number, translation: number, cost: number])[] = [
  [1, 1, 0.1],
  // In this order, so that of two gaps side by side the original's comes first.
  [0, 1, GAP],
  [1, 0, GAP],
  [1, 2, 2.6],
  [2, 1, 2.6],
  [2, 2, 4.6],
  [1, 3, 5],
  [3, 1, 5],
];
/** Cells that are looked at in full; in a larger table only those that are this near to the diagonal. */
const ALL_CELLS = 500_000;
const BAND = 250;

/** A pair of the way: `a` sentences of the original from `i` on, `b` of the translation from `j` on. */
export interface Step {
  i: number;
  j: number;
  a: number;
  b: number;
  cost: number;
}

/** The cheapest way through the table, from its first corner to its last. */
export function bestPath(rows: number, columns: number, costOf: Cost): Step[] {
  const table = new Table(rows, columns);
  for (let i = 0; i <= rows; i += 1) {
    for (const j of table.columnsOf(i)) {
      for (const [move, [a, b, rarity]] of MOVES.entries()) {
        const before = table.total(i - a, j - b);
        if (before < Infinity) table.offer(i, j, before + rarity + costOf(i - a, j - b, a, b), move);
      }
    }
  }
  const steps: Step[] = [];
  for (let i = rows, j = columns; i > 0 || j > 0; ) {
    const [a, b, rarity] = MOVES[table.move(i, j)] as (typeof MOVES)[number];
    i -= a;
    j -= b;
    steps.push({ i, j, a, b, cost: rarity + costOf(i, j, a, b) });
  }
  return steps.reverse();
}

/** What it costs to come to each cell, and by which move; of a large table only a band along its diagonal. */
class Table {
  readonly #slope: number;
  readonly #half: number;
  readonly #columns: number;
  readonly #totals: Float64Array;
  readonly #moves: Int8Array;

  constructor(rows: number, columns: number) {
    this.#columns = columns;
    this.#slope = columns / Math.max(1, rows);
    this.#half =
      (rows + 1) * (columns + 1) <= ALL_CELLS ? columns : Math.ceil(BAND * Math.max(1, this.#slope));
    const cells = (rows + 1) * (2 * this.#half + 1);
    this.#totals = new Float64Array(cells).fill(Infinity);
    this.#moves = new Int8Array(cells).fill(-1);
    this.#totals[this.#cell(0, 0)] = 0;
  }

  *columnsOf(row: number): Generator<number> {
    const middle = this.#middle(row);
    const to = Math.min(this.#columns, middle + this.#half);
    for (let column = Math.max(0, middle - this.#half); column <= to; column += 1) yield column;
  }

  total(row: number, column: number): number {
    return this.#totals[this.#cell(row, column)] ?? Infinity;
  }

  move(row: number, column: number): number {
    return this.#moves[this.#cell(row, column)] ?? -1;
  }

  /** Keeps the cheapest; of equal ones the first. */
  offer(row: number, column: number, total: number, move: number): void {
    const cell = this.#cell(row, column);
    if (total >= (this.#totals[cell] as number)) return;
    this.#totals[cell] = total;
    this.#moves[cell] = move;
  }

  #middle(row: number): number {
    return Math.round(row * this.#slope);
  }

  /** -1: outside of the table, or of its band. */
  #cell(row: number, column: number): number {
    const place = column - this.#middle(row) + this.#half;
    const inside = row >= 0 && column >= 0 && place >= 0 && place <= 2 * this.#half;
    return inside ? row * (2 * this.#half + 1) + place : -1;
  }
}
