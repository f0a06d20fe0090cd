import { CsvReader } from './csv-reader.ts';

/** How a table is written. */
export interface CsvDialect {
  delimiter: ',' | '\t' | ';';
  /** `\n` stands for `\r\n`, too. */
  lineBreak: '\n' | '\r';
  /** Rows in front of the table: `sep=;`, which tells Excel the delimiter. */
  skip: 0 | 1;
}

/** The beginning of a table, read in the dialect that suits it best. */
export interface CsvLook {
  dialect: CsvDialect;
  /** The first rows, whole ones only, without those to skip. */
  rows: string[][];
  /** Cells that most rows have. */
  columns: number;
  /** Share of the rows that have as many, from 0 to 1. */
  regular: number;
}

const DELIMITERS = [',', '\t', ';'] as const;
/** So many rows tell how a table is written. */
const ROWS = 100;
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/iu;

/**
 * Guesses how a table is written: of the delimiters that cut most rows into equally many cells, the one that makes the
 * most cells.
 * @param whole nothing follows `text`
 */
export function lookAtCsv(text: string, whole: boolean): CsvLook {
  const lineBreak = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
  const named = SEPARATOR_LINE.exec(text)?.[1] as CsvDialect['delimiter'] | undefined;
  if (named !== undefined) return lookWith({ delimiter: named, lineBreak, skip: 1 }, text, whole);
  return DELIMITERS.map((delimiter) => lookWith({ delimiter, lineBreak, skip: 0 }, text, whole)).reduce(
    (best, look) => (worth(look) > worth(best) ? look : best),
  );
}

function worth({ columns, regular }: CsvLook): number {
  return regular ** 2 * Math.log2(columns);
}

function lookWith(dialect: CsvDialect, text: string, whole: boolean): CsvLook {
  const rows = firstRows(dialect, text, whole).slice(dialect.skip);
  const counts = Map.groupBy(rows, (cells) => cells.length);
  const [columns, most] = [...counts].reduce(
    (best, [length, { length: count }]) => (count > best[1] ? [length, count] : best),
    [1, 0],
  );
  return { dialect, rows, columns, regular: rows.length === 0 ? 0 : most / rows.length };
}

function firstRows(dialect: CsvDialect, text: string, whole: boolean): string[][] {
  const reader = new CsvReader(dialect);
  const items = [...reader.push(text).take(ROWS)];
  // The end of the text may have cut the last row.
  if (whole && items.length < ROWS) items.push(...reader.finish());
  return items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []));
}
