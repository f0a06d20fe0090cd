import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import { CsvReader, ROW_LIMIT } from './csv-reader.ts';
import type { CsvDialect } from './dialect.ts';

/** A row of a table; `line` is the 1-based line where it starts. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** The rows of a table, its header included, one at a time; what is wrong with one is a problem. */
export async function* rowsOf(entry: Entry, dialect: CsvDialect): AsyncGenerator<CsvRow | Problem> {
  const reader = new CsvReader(dialect);
  for await (const chunk of entry.text()) yield* withProblems(entry.name, reader.push(chunk));
  yield* withProblems(entry.name, reader.finish());
}

function* withProblems(entry: string, items: ReturnType<CsvReader['finish']>): Generator<CsvRow | Problem> {
  for (const item of items) {
    const where = { entry, unit: 'line', position: item.line };
    if (item.kind === 'row') yield item;
    else if (item.kind === 'broken-quote') yield { code: 'record-broken-quote', params: where };
    else yield { code: 'record-too-large', params: { ...where, limit: ROW_LIMIT } };
  }
}
