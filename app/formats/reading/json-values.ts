import type { Problem } from '../../problem.ts';
import { JsonWalker } from './json-walker.ts';

/** Keys from the top of a JSON document down to a value; `*` stands for any key or place in an array; `[]`: the document. */
export type JsonPath = readonly string[];

/** A value that was asked for. */
export interface JsonValue {
  /** Index into the paths that were asked for. */
  path: number;
  value: unknown;
  /** 1-based line where it starts, and place among the values of its path. */
  line: number;
  record: number;
}

/** A value may have so many UTF-16 units; a larger one is left out. */
export const VALUE_LIMIT = 1 << 26;

/**
 * Reads the values at `paths` from JSON of any size, one at a time, in the document's order. Text in front of the
 * first bracket is passed over (`window.YTD.tweets.part0 = `), and so is text behind a document; another document may
 * follow. A value that is no JSON, or too large, is a problem, and the next one is read: also where a bracket or quote
 * is missing in it, if values begin on lines of their own.
 * @param entry the name that problems give
 */
export async function* jsonValues(
  chunks: AsyncIterable<string>,
  paths: readonly JsonPath[],
  entry: string,
  limit: number = VALUE_LIMIT,
): AsyncGenerator<JsonValue | Problem> {
  const walker = new JsonWalker(paths, entry, limit);
  for await (const chunk of chunks) {
    walker.push(chunk);
    yield* walker.take();
  }
  walker.finish();
  yield* walker.take();
}
