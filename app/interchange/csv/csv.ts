import type { AnnotationSet } from '../annotation-set.ts';
import type { Interchange, OutFile, Reading } from '../format.ts';
import { type Files, unreadable } from '../reading.ts';
import { about } from './about.ts';
import { tablesOf } from './rows.ts';
import { setOfRows } from './set-of-rows.ts';
import { rowsIn, tableText } from './table.ts';
import { TABLES } from './tables.ts';

/**
 * Tables for spreadsheets and statistics, joined by ids. CSV has no offsets of its own; `spans.csv` counts code points,
 * as Python and R do.
 */
export const csv: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet): Generator<OutFile> {
  for (const { name, columns, rows } of tablesOf(set))
    yield { name: `${name}.csv`, chunks: tableText(columns, rows()) };
}

/** Reads a folder of tables. Columns may stand in any order, and others beside them. */
function parse(files: Files): Reading {
  if (!files.has('stories.csv')) unreadable('stories.csv', 'missing');
  return setOfRows({
    rows: (name) => rowsIn(files, `${name}.csv`, TABLES[name]),
    where: (name) => `${name}.csv`,
  });
}
