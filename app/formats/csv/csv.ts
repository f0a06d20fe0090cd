import type { Entry, Format, Head } from '../format.ts';
import { guessMapping } from '../mapping/guess.ts';
import { decoderOf, markupOf } from '../mapping/markup.ts';
import { recordToStory } from '../mapping/record-to-story.ts';
import { beginningOf } from '../reading/beginning.ts';
import { type CsvDialect, lookAtCsv } from './dialect.ts';
import { columnName, headerOf } from './header.ts';
import { tableLikeness } from './likeness.ts';
import { rowsOf } from './rows.ts';

/** Tables with a row a story, in CSV or TSV. A mapping tells which columns hold what. */
export const csv: Format = { id: 'csv', sniff, parse };

/** So much of a text tells how its table is written. In UTF-16 units. */
const LOOK_AT = 1 << 18;
/** What databases write for nothing. */
const NULL = '\\N';

function sniff({ name, text, whole }: Head): number {
  return tableLikeness(name, text, whole);
}

/** How a table is written, what its columns are called, and its first records. */
export interface CsvTable {
  dialect: CsvDialect;
  header: string[] | null;
  samples: unknown[];
}

export async function lookAtTable(entry: Entry): Promise<CsvTable> {
  const { text, whole } = await beginningOf(entry, LOOK_AT);
  const { dialect, rows } = lookAtCsv(text, whole);
  const header = headerOf(rows);
  const samples = rows.slice(header === null ? 0 : 1).map((cells) => recordOf(cells, header));
  return { dialect, header, samples };
}

async function* parse(entry: Entry, options: Parameters<Format['parse']>[1]): ReturnType<Format['parse']> {
  const { dialect, header, samples } = await lookAtTable(entry);
  const mapping = options.mapping ?? guessMapping(samples, true);
  if (mapping === null) {
    yield { code: 'entry-no-text', params: { entry: entry.name } };
    return;
  }
  const decode = await decoderOf(markupOf(samples, mapping));
  let skip = dialect.skip + (header === null ? 0 : 1);
  for await (const row of rowsOf(entry, dialect)) {
    if ('code' in row) yield row;
    else if (skip > 0) skip--;
    else {
      const where = { entry: entry.name, unit: 'line', position: row.line } as const;
      yield recordToStory(recordOf(row.cells, header), mapping, where, decode);
    }
  }
}

function recordOf(cells: readonly string[], header: string[] | null): unknown {
  return Object.fromEntries(
    cells.map((cell, column) => [columnName(header, column), cell === NULL ? '' : cell]),
  );
}
