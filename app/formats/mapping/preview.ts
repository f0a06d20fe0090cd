import type { ColumnMapping } from '../column-mapping.ts';
import { lookAtTable } from '../csv/csv.ts';
import type { Entry } from '../format.ts';
import { lookAtJson } from '../json/shape.ts';
import { type ColumnSample, columnsOf } from './columns.ts';
import { guessMapping } from './guess.ts';

/** What a person needs in order to say which columns hold what. */
export interface MappingPreview {
  columns: ColumnSample[];
  /** null: no column holds text. */
  guessed: ColumnMapping | null;
}

/** Looks at the beginning of an entry of one of the formats that have a mapping. */
export async function previewMapping(format: 'json' | 'csv', entry: Entry): Promise<MappingPreview> {
  const { samples } = format === 'json' ? await lookAtJson(entry) : await lookAtTable(entry);
  return { columns: columnsOf(samples), guessed: guessMapping(samples, format === 'csv') };
}
