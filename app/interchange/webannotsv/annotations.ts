import { FROM, TO } from '../cas/layers.ts';
import type { Structure } from '../cas/model.ts';
import { splitUnescaped, unescaped } from './escapes.ts';
import type { Column } from './header.ts';
import type { FileRow } from './text.ts';

interface Found {
  type: string;
  /** From the first row that it covers to the last. */
  begin: number;
  end: number;
  /** Its disambiguation id; none: it comes behind those that have one. */
  number: number;
  values: Map<string, string>;
}

interface Relation {
  column: Column;
  from: { row: string; number: number };
  to: { row: string; number: number };
}

/**
 * The annotations of rows as feature structures, in the order of their disambiguation ids. Annotations that cover several
 * rows have such an id in each; others are told by row, layer and their turn in the cell. What slots name is passed over.
 */
export function structuresIn(rows: readonly FileRow[], columns: readonly Column[]): Structure[] {
  const found: Found[] = [];
  const numbered = new Map<number, Found>();
  const chained = new Map<string, Found>();
  const byRow = new Map<string, Found[]>();
  const relations: Relation[] = [];

  const foundIn = (row: FileRow, column: Column, turn: number, value: Value): Found => {
    const key = `${row.id} ${column.type}`;
    const here = byRow.get(key) ?? [];
    byRow.set(key, here);
    const chain = value.link === null ? null : `${column.type} ${value.link}`;
    const known =
      here[turn] ??
      (column.layer === 'span' && value.number > 0 ? numbered.get(value.number) : undefined) ??
      (chain === null ? undefined : chained.get(chain));
    const one = known ?? blank(row, column.type);
    if (!known) found.push(one);
    here[turn] = one;
    one.end = Math.max(one.end, row.end);
    if (column.layer === 'span' && value.number > 0) {
      one.number = value.number;
      numbered.set(value.number, one);
    }
    if (chain !== null) chained.set(chain, one);
    return one;
  };

  // The links of a chain tell which rows belong together, so their column is read first.
  const inTurn = [...columns.entries()].sort(([, a], [, b]) => Number(isType(a)) - Number(isType(b)));
  for (const row of rows)
    for (const [index, column] of inTurn) {
      const cell = row.cells[index] as string;
      if (cell === '_' || cell === '') continue;
      for (const [turn, raw] of splitUnescaped(cell, '|').entries()) {
        if (column.layer === 'relation') {
          if (column.kind === 'from') relations.push(relationOf(raw, row, column));
          continue;
        }
        const value = readValue(raw, column);
        const one = foundIn(row, column, turn, value);
        if (column.kind === 'value' && value.said !== null) one.values.set(column.feature, value.said);
      }
    }

  const sorted = [...found].sort((a, b) => a.number - b.number);
  const ids = new Map(sorted.map((one, index) => [one, index + 1]));
  const structures = sorted.map(
    ({ type, begin, end, values }, index): Structure => ({
      ...{ id: index + 1, type, place: { begin, end }, values, refs: new Map() },
    }),
  );
  const idAt = ({ row, number }: Relation['from'], type: string) => {
    const one = number > 0 ? numbered.get(number) : byRow.get(`${row} ${type}`)?.[0];
    return one && ids.get(one);
  };
  for (const { column, from, to } of relations) {
    const [first, second] = [idAt(from, column.between), idAt(to, column.between)];
    if (first === undefined || second === undefined) continue;
    const refs = new Map([
      [FROM, first],
      [TO, second],
    ]);
    structures.push({ id: structures.length + 1, type: column.type, place: null, values: new Map(), refs });
  }
  return structures;
}

const isType = ({ layer, feature }: Column) => layer === 'chain' && feature === 'referenceType';

interface Value {
  /** null: nothing. */
  said: string | null;
  /** Its disambiguation id; 0: none. */
  number: number;
  /** Which link of which chain it is; null: of none. */
  link: string | null;
}

/** `value[3]`; `value->1-2` in chains, where the number in brackets is the chain's. */
function readValue(raw: string, { kind }: Column): Value {
  const [, linked, link = null] = /^((?:\\.|[^\\])*)->(\d+-\d+)$/su.exec(raw) ?? [];
  const rest = linked ?? raw;
  const [, bare, number] = kind === 'target' ? [] : (/^((?:\\.|[^\\])*)\[(\d+)\]$/su.exec(rest) ?? []);
  const value = bare ?? rest;
  return { said: value === '*' ? null : unescaped(value), number: Number(number ?? 0), link };
}

/** `1-2` or `1-2[3_4]`: where it comes from, and the disambiguation ids of both ends. */
function relationOf(raw: string, row: FileRow, column: Column): Relation {
  const [, from = raw, first, second] = /^(.*?)\[(\d+)_(\d+)\]$/u.exec(raw) ?? [];
  return {
    column,
    from: { row: from, number: Number(first ?? 0) },
    to: { row: row.id, number: Number(second ?? 0) },
  };
}

function blank({ start, end }: FileRow, type: string): Found {
  return { type, begin: start, end, number: Number.MAX_SAFE_INTEGER, values: new Map() };
}
