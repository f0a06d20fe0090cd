import type { DumpReading } from '../../app/dump-reading.ts';
import { recognise } from '../../app/formats/formats.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import { UratoriError } from '../../app/problem.ts';
import { ENCODINGS, type Encoding } from './codec.ts';
import type { DumpFile } from './dump-file.ts';
import type { DumpFolder } from './dump-folder.ts';
import { readHead } from './dump-head.ts';
import { containerOf } from './intake/intake.ts';
import { JsonLinesReader, mappingInPlace } from './json-lines/json-lines-reader.ts';
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

/**
 * The reader for a dump, by what its beginning is and by what a person chose.
 * @throws UratoriError `dump-empty`, `dump-binary` {path}, `dump-encoding-unsupported` {path, encoding}
 */
export async function chooseReader(
  source: DumpFile | DumpFolder,
  { rule, reading, cacheFolder, tuning }: ReadingOptions,
): Promise<DumpReader> {
  const { path } = source;
  const spooled = { reading, rule, guessedRule: null, cacheFolder };
  const container = await containerOf(path);
  if (source.kind === 'folder' || container !== 'file') {
    const format = container === 'file' ? 'folder' : container;
    return new SpoolReader(source, { ...spooled, format, encoding: reading.encoding ?? 'utf-8' });
  }
  const head = await readHead(source, reading.encoding);
  const { encoding, bomBytes, guessedRule } = head;
  const format = reading.format ?? recognise(head.head)?.id ?? null;
  if (format === null) throw new UratoriError('dump-binary', { path });
  if (format === 'json' && encoding === 'utf-8') {
    const mapping = await mappingInPlace(source, bomBytes, reading.mapping);
    if (mapping !== null) return new JsonLinesReader(source, bomBytes, mapping, tuning);
  }
  if (format !== 'plain-text')
    return new SpoolReader(source, {
      ...spooled,
      format,
      encoding: encoding ?? 'binary',
      // Said once and for all: what belongs to an export has stories of its own when it is opened alone.
      reading: { ...reading, format },
    });
  if (encoding === null) throw new UratoriError('dump-binary', { path });
  const chosen = rule ?? guessedRule;
  if (isReadInPlace(encoding))
    return new PlainTextReader(source, { encoding, bomBytes, guessedRule }, chosen, tuning);
  return new SpoolReader(source, {
    ...spooled,
    format,
    encoding,
    rule: chosen,
    guessedRule,
    reading: { ...reading, format, encoding },
  });
}

function isReadInPlace(encoding: string): encoding is Encoding {
  return (ENCODINGS as readonly string[]).includes(encoding);
}
