import type { DumpReading } from '../../app/dump-reading.ts';
import { type MappingPreview, previewMapping } from '../../app/formats/mapping/preview.ts';
import { entriesOf } from './intake/intake.ts';

/** The columns of a dump whose format has a mapping; null for any other, and for what is in an archive or folder. */
export async function mappingOf(
  path: string,
  format: string,
  { encoding }: Pick<DumpReading, 'encoding'>,
): Promise<MappingPreview | null> {
  if (format !== 'json' && format !== 'csv') return null;
  for await (const entry of entriesOf(path, { encoding })) {
    if (!('code' in entry)) return previewMapping(format, entry);
  }
  return null;
}
