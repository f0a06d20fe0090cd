import type { ColumnPath } from '../column-mapping.ts';
import { isNested, textsAt } from './values.ts';

/** A column as the mapping dialog shows it. */
export interface ColumnSample {
  path: ColumnPath;
  /** The first value that is not blank, on one line, at most `EXAMPLE_LENGTH` UTF-16 units. */
  example: string;
  /** Share of the samples that have such a value, from 0 to 1. */
  filled: number;
}

export const EXAMPLE_LENGTH = 120;
/** Keys deeper than this, or columns beyond so many, are nobody's text. */
const DEEPEST = 8;
const MOST_COLUMNS = 500;

/** All columns of the samples that hold values, in the order of their first appearance. */
export function columnsOf(samples: readonly unknown[]): ColumnSample[] {
  const columns = new Map<string, ColumnSample>();
  for (const record of samples) {
    for (const path of leavesOf(record)) {
      const [text] = textsAt(record, path);
      if (text === undefined) continue;
      const key = JSON.stringify(path);
      const column = columns.get(key);
      if (column !== undefined) column.filled++;
      else if (columns.size < MOST_COLUMNS) columns.set(key, { path, example: exampleOf(text), filled: 1 });
    }
  }
  return [...columns.values()].map((column) => ({ ...column, filled: column.filled / samples.length }));
}

/** Paths to the values of a record that hold nothing nested, each once. */
function leavesOf(record: unknown): ColumnPath[] {
  const leaves = new Map<string, ColumnPath>();
  const walk = (value: unknown, path: ColumnPath) => {
    if (!isNested(value) || (Array.isArray(value) && !value.some(isNested)))
      leaves.set(path.join('\0'), path);
    else if (path.length < DEEPEST && leaves.size < MOST_COLUMNS) {
      // What a list holds is one column, however long the list.
      if (Array.isArray(value)) for (const item of value) walk(item, [...path, '*']);
      else for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    }
  };
  walk(record, []);
  return [...leaves.values()];
}

function exampleOf(text: string): string {
  const line = text
    .slice(0, EXAMPLE_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.slice(0, EXAMPLE_LENGTH).toWellFormed();
}
