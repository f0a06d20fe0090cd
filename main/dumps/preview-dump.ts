import { AS_GUESSED, type DumpReading } from '../../app/dump-reading.ts';
import type { ColumnMapping } from '../../app/formats/column-mapping.ts';
import type { DumpFormat } from '../../app/formats/format-ids.ts';
import type { ColumnSample } from '../../app/formats/mapping/columns.ts';
import { markTest } from '../../app/formats/plain-text/line-rules.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Problem } from '../../app/problem.ts';
import type { Story } from '../../app/story.ts';
import { chooseReader } from './choose-reader.ts';
import { openSource } from './dump-source.ts';
import { IndexedDump } from './indexed-dump.ts';
import { PlainTextReader } from './plain-text-reader.ts';
import { mappingOf } from './preview-mapping.ts';
import { previewSplit } from './preview-split.ts';

/** What a way of reading would make of a dump. */
export interface DumpPreviewed {
  path: string;
  bytes: number;
  format: DumpFormat;
  encoding: string;
  rule: SplitRule | null;
  guessedRule: SplitRule | null;
  /** Stories of the whole dump if `complete`, of its beginning otherwise. */
  count: number;
  complete: boolean;
  first: Story[];
  problems: readonly Problem[];
  /** Of a table or of JSON records: its columns, and what they are taken to hold; null elsewhere. */
  columns: ColumnSample[] | null;
  mapping: ColumnMapping | null;
}

/** A preview answers while a person types: a dump that takes longer is shown as far as it was read. In ms. */
const PATIENCE = 400;
const NO_COLUMNS = { columns: null, mapping: null };

/**
 * Reads the beginning of a dump by a rule and a reading, or as guessed for null.
 * @throws UratoriError what `openDump` throws; the reason of `signal`
 */
export async function previewDump(
  path: string,
  rule: SplitRule | null,
  reading: DumpReading | null,
  { stories, signal }: { stories: number; signal?: AbortSignal },
): Promise<DumpPreviewed> {
  // A rule that is wrong is wrong for every dump.
  if (rule !== null) markTest(rule);
  const source = await openSource(path);
  try {
    const options = { rule, reading: reading ?? AS_GUESSED, cacheFolder: null, tuning: {} };
    const reader = await chooseReader(source, options);
    if (reader instanceof PlainTextReader) {
      const { format, encoding, rule, guessedRule } = reader;
      const preview = await previewSplit(reader, stories);
      return {
        path,
        bytes: source.bytes,
        format,
        encoding,
        rule,
        guessedRule,
        ...preview,
        problems: [],
        ...NO_COLUMNS,
      };
    }
    const dump = await IndexedDump.open(source, reader, { cache: null, signal });
    try {
      await Promise.race([dump.ready, rest(PATIENCE)]);
      const { bytes, format, encoding, guessedRule, count, complete, problems } = dump;
      const table = await mappingOf(path, format, options.reading);
      const first: Story[] = [];
      for await (const story of dump.stories(0, Math.min(stories, count))) first.push(story);
      return {
        path,
        bytes,
        format,
        encoding,
        rule: dump.rule,
        guessedRule,
        count,
        complete,
        first,
        problems,
        columns: table?.columns ?? null,
        mapping: options.reading.mapping ?? table?.guessed ?? null,
      };
    } finally {
      await dump.close();
    }
  } finally {
    await source.close();
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
