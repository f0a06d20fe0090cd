import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { InterchangeId } from '../../app/interchange/catalogue.ts';
import type { Reading } from '../../app/interchange/format.ts';
import { INTERCHANGES } from '../../app/interchange/formats.ts';
import { type Problem, UratoriError } from '../../app/problem.ts';

export interface ParseAsk {
  format: InterchangeId;
  files: ReadonlyMap<string, string>;
  /** Of what has an address. */
  texts: ReadonlyMap<string, string>;
}
export type ParseAnswer = { reading: Reading } | { problem: Problem };

/** What is shorter is read before a thread has started. UTF-16 units. */
const SHORT = 1 << 20;

/**
 * Reads files of a format. Long ones in a thread of their own: readers take all of it at once.
 * @throws UratoriError `interchange-unreadable` {file, detail}; the reason of `signal`
 */
export async function parseApart(ask: ParseAsk, signal?: AbortSignal): Promise<Reading> {
  const { format, files, texts } = ask;
  let length = 0;
  for (const text of files.values()) length += text.length;
  if (length < SHORT) return INTERCHANGES[format].parse(files, (address) => texts.get(address) ?? null);
  // The extension is this file's own: .ts from the sources, .js once built.
  const extension = extname(fileURLToPath(import.meta.url));
  const worker = new Worker(new URL(`./parse-worker${extension}`, import.meta.url), { workerData: ask });
  try {
    const [answer] = (await once(worker, 'message', signal ? { signal } : {})) as [ParseAnswer];
    if ('problem' in answer) throw new UratoriError(answer.problem.code, answer.problem.params);
    return answer.reading;
  } catch (thrown) {
    signal?.throwIfAborted();
    throw thrown;
  } finally {
    await worker.terminate();
  }
}
