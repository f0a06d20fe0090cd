import { markTest } from '../../app/formats/plain-text/line-rules.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Dump } from './dump.ts';
import { DumpFile } from './dump-file.ts';
import { readHead } from './dump-head.ts';
import { IndexCache } from './index-cache.ts';
import { IndexedDump } from './indexed-dump.ts';
import type { ScanTuning } from './scan-dump.ts';

export interface OpenOptions {
  /** How to split; guessed where it is not given. */
  rule?: SplitRule;
  /** Where indexes are kept for the next time; none are where it is not given. */
  cacheFolder?: string;
  /** Gives up opening and indexing. */
  signal?: AbortSignal;
  tuning?: ScanTuning;
}

/**
 * Opens a dump. Resolves once the first stories can be read; the rest is indexed in the background.
 * @throws UratoriError `dump-not-found`, `dump-not-readable`, `dump-is-folder`, `dump-empty`, `dump-binary` {path},
 * `dump-encoding-unsupported` {path, encoding}, `pattern-invalid` {pattern, detail}, `separator-empty`
 */
export async function openDump(path: string, options: OpenOptions = {}): Promise<Dump> {
  if (options.rule !== undefined) markTest(options.rule);
  const file = await DumpFile.open(path);
  try {
    const head = await readHead(file);
    const rule = options.rule ?? head.guessedRule;
    const cache = options.cacheFolder === undefined ? null : new IndexCache(options.cacheFolder, file, rule);
    return await IndexedDump.open(file, head, {
      rule,
      cache,
      signal: options.signal,
      tuning: options.tuning ?? {},
    });
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}
