import { AS_GUESSED, type DumpReading } from '../../app/dump-reading.ts';
import { markTest } from '../../app/formats/plain-text/line-rules.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import { chooseReader } from './choose-reader.ts';
import type { Dump } from './dump.ts';
import { openSource } from './dump-source.ts';
import { IndexCache } from './index-cache.ts';
import { IndexedDump } from './indexed-dump.ts';
import type { ScanTuning } from './scan-dump.ts';

export interface OpenOptions {
  /** How to split plain text; guessed where it is not given. */
  rule?: SplitRule;
  /** What a person chose against the guess; as guessed where it is not given. */
  reading?: DumpReading;
  /** Where indexes and spools are kept for the next time; none are where it is not given. */
  cacheFolder?: string;
  /** Gives up opening and indexing; stories found by then can be read, and nothing is kept for the next time. */
  signal?: AbortSignal;
  tuning?: ScanTuning;
}

/**
 * Opens a dump, whatever it is: a file or a folder, in any format. Resolves once the first stories can be read; the
 * rest is indexed in the background.
 * @throws UratoriError `dump-not-found`, `dump-not-readable`, `dump-empty`, `dump-binary` {path},
 * `dump-encoding-unsupported` {path, encoding}, `pattern-invalid` {pattern, detail}, `separator-empty`, or what kept
 * the first and only record of it from being read
 */
export async function openDump(path: string, options: OpenOptions = {}): Promise<Dump> {
  if (options.rule !== undefined) markTest(options.rule);
  const source = await openSource(path);
  try {
    return await open(source, options);
  } catch (thrown) {
    await source.close();
    throw thrown;
  }
}

async function open(source: Awaited<ReturnType<typeof openSource>>, options: OpenOptions): Promise<Dump> {
  const { rule = null, reading = AS_GUESSED, signal, tuning = {} } = options;
  const cacheFolder = options.cacheFolder ?? null;
  const reader = await chooseReader(source, { rule, reading, cacheFolder, tuning });
  const cache =
    cacheFolder === null
      ? null
      : new IndexCache(cacheFolder, source, { rule: reader.rule, reading, kind: reader.kind });
  return IndexedDump.open(source, reader, { cache, signal });
}
