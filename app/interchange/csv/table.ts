import { CsvReader } from '../../formats/csv/csv-reader.ts';
import { type Files, unreadable } from '../reading.ts';
import { neutralised, restored } from './cells.ts';

/** One row of a table by its columns. */
export type Row<C extends string> = Record<C, string>;

/** A table as RFC 4180 has it, every cell in quotes; with a byte order mark, or Excel reads UTF-8 wrongly. */
export function* tableText<C extends string>(
  columns: readonly C[],
  rows: Iterable<Row<C>>,
): Generator<string> {
  yield `\ufeff${line(columns)}`;
  for (const row of rows) yield line(columns.map((column) => neutralised(row[column])));
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/**
 * The rows of a table; none where the file is missing.
 * @throws UratoriError `interchange-unreadable` for a column that is missing
 */
export function rowsIn<C extends string>(files: Files, file: string, columns: readonly C[]): Row<C>[] {
  const text = files.get(file);
  if (text === undefined) return [];
  const reader = new CsvReader({ delimiter: ',', lineBreak: '\n', skip: 0 });
  const rows: string[][] = [];
  for (const item of [...reader.push(text.replace(/^\ufeff/u, '')), ...reader.finish()]) {
    if (item.kind !== 'row') return unreadable(file, `line ${item.line}: ${item.kind}`);
    rows.push(item.cells);
  }
  const [header = [], ...records] = rows;
  const places = columns.map((column) => {
    const place = header.indexOf(column);
    return place < 0 ? unreadable(file, `no column “${column}”`) : ([column, place] as const);
  });
  return records.map(
    (cells) =>
      Object.fromEntries(places.map(([column, place]) => [column, restored(cells[place] ?? '')])) as Row<C>,
  );
}
