import type { AnnotationSet, SetOrigin } from '../annotation-set.ts';
import { tablesOf } from '../csv/rows.ts';
import type { TableName } from '../csv/tables.ts';
import type { Interchange, OutFile } from '../format.ts';
import { about } from './about.ts';
import { parse } from './parse.ts';
import { frameOf, SHEET } from './parts.ts';
import { type SheetSize, sheetText, sizeOf } from './sheet.ts';

/**
 * A workbook (ECMA-376) with the tables of `csv`, a sheet each, what people look for first. Every cell is a string: a
 * date is its ISO text, an offset its figures, and nothing is a formula, nor becomes one when the sheet is saved as CSV.
 */
export const xlsx: Interchange = {
  ...about,
  write,
  parse,
};

const ORDER: readonly TableName[] = [
  ...(['claims', 'evidence', 'taggings', 'notes', 'stories', 'spans', 'tags', 'ratings'] as const),
];

function* write(set: AnnotationSet, origin: SetOrigin): Generator<OutFile> {
  const tables = tablesOf(set).sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  const sizes: SheetSize[] = tables.map(sizeOf);
  const names = tables.map(({ name }) => name);
  yield* frameOf(names, sizes, origin);
  for (const [index, table] of tables.entries())
    yield { name: SHEET(index), chunks: sheetText(table, sizes[index] as SheetSize, index === 0) };
}
