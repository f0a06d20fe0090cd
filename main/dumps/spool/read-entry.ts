import type { FormatId } from '../../../app/formats/format-ids.ts';
import type { StoryRecord } from '../../../app/formats/story-record.ts';
import type { Problem } from '../../../app/problem.ts';
import { entryOf, type PortableEntry } from '../intake/portable-entry.ts';
import { type EntryReading, formatOfEntry, itemsOf } from './entry-items.ts';

/** What an entry turned out to be, and what it held; no format where it is nothing that is read. */
export interface ReadEntry {
  format: FormatId | null;
  items: (StoryRecord | Problem)[];
}

/** Reads an entry that is small enough to be held with all its stories. */
export async function readEntry({
  entry: portable,
  reading,
}: {
  entry: PortableEntry;
  reading: EntryReading;
}): Promise<ReadEntry> {
  const entry = entryOf(portable);
  const format = await formatOfEntry(entry, reading);
  const items: ReadEntry['items'] = [];
  for await (const item of itemsOf(entry, format, reading)) items.push(item);
  return { format: format?.id ?? null, items };
}
