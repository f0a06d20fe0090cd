import type { ColumnMapping } from '../../../app/formats/column-mapping.ts';
import type { Format } from '../../../app/formats/format.ts';
import type { FormatId } from '../../../app/formats/format-ids.ts';
import { formatOf, isCompanion, recognise } from '../../../app/formats/formats.ts';
import type { SplitRule } from '../../../app/formats/split-rule.ts';
import type { StoryRecord } from '../../../app/formats/story-record.ts';
import type { Problem } from '../../../app/problem.ts';
import type { ReadableEntry } from '../intake/intake.ts';

/** How entries are read. */
export interface EntryReading {
  /** Of every entry, as a person chose; null: as each looks. */
  format: FormatId | null;
  rule: SplitRule | null;
  mapping: ColumnMapping | null;
}

/**
 * The stories of an entry and what is wrong with it.
 * @param format of the entry; null where it is nothing that is read
 */
export async function* itemsOf(
  entry: ReadableEntry,
  format: Format | null,
  { rule, mapping }: EntryReading,
): AsyncGenerator<StoryRecord | Problem> {
  if (format === null) {
    if (await isMissed(entry)) yield { code: 'entry-unknown', params: { entry: entry.name } };
    return;
  }
  yield* format.parse(entry, { rule, mapping });
  yield* entry.problems();
}

export async function formatOfEntry(entry: ReadableEntry, reading: EntryReading): Promise<Format | null> {
  if (reading.format !== null) return formatOf(reading.format);
  return isCompanion(entry.name) ? null : recognise(await entry.head());
}

/** Pictures and films belong to many exports: only what could have been text is worth a word. */
async function isMissed(entry: ReadableEntry): Promise<boolean> {
  // A web archive has what a site's scripts asked for beside its pages.
  if (isCompanion(entry.name) || entry.url !== null) return false;
  const head = await entry.head();
  return head.bytes.length > 0 && head.text !== '';
}
