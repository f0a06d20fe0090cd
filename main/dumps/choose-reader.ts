import type { DumpReading } from '../../app/dump-reading.ts';
import { recognise } from '../../app/formats/formats.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { DumpFile } from './dump-file.ts';
import type { DumpFolder } from './dump-folder.ts';
import { readHead } from './dump-head.ts';
import { PlainTextReader } from './plain-text-reader.ts';
import type { DumpReader } from './reader.ts';
import type { ScanTuning } from './scan-dump.ts';
import { SpoolReader } from './spool/spool-reader.ts';

export interface ReadingOptions {
  rule: SplitRule | null;
  reading: DumpReading;
  cacheFolder: string | null;
  tuning: ScanTuning;
}

/** The reader for a dump, by what its beginning is and by what a person chose. */
export async function chooseReader(
  source: DumpFile | DumpFolder,
  { rule, reading, cacheFolder, tuning }: ReadingOptions,
): Promise<DumpReader> {
  const spooled = { reading, rule, guessedRule: null, cacheFolder };
  if (source.kind === 'folder')
    return new SpoolReader(source, { ...spooled, format: 'folder', encoding: 'utf-8' });
  const head = await readHead(source);
  const format = reading.format ?? recognise(head.head)?.id ?? 'plain-text';
  if (format !== 'plain-text')
    return new SpoolReader(source, { ...spooled, format, encoding: head.encoding });
  return new PlainTextReader(source, head, rule ?? head.guessedRule, tuning);
}
