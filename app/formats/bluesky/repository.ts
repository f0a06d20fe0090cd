import type { Problem } from '../../problem.ts';
import type { Origin, Source } from '../../story.ts';
import type { Entry } from '../format.ts';
import { ByteWindow } from '../reading/byte-window.ts';
import type { JsonObject } from '../reading/shape.ts';
import type { StoryRecord } from '../story-record.ts';
import { carBlocks } from './car-blocks.ts';
import { decodeRecord } from './cbor.ts';
import { Contents } from './contents.ts';
import { readRecord } from './post.ts';
import { BLOCK_LIMIT } from './section-reader.ts';

/** Repositories are smaller by far; what is kept in memory of a larger one would be too much. In bytes. */
export const REPOSITORY_LIMIT = 1 << 30;

const NO_RECORD = 'no object in DAG-CBOR';

/**
 * The posts and reposts of a repository in a CAR file, in the file's order. The file is read twice, since a record's
 * path stands in the tree, anywhere in the file: first the tree, then the records. Those of a damaged tree are there
 * without their address.
 */
export async function* readRepository(
  entry: Entry,
  limit = REPOSITORY_LIMIT,
): AsyncGenerator<StoryRecord | Problem> {
  const contents = new Contents();
  for await (const block of carBlocks(entry)) {
    if ('code' in block) yield block;
    else if (block.position < limit) contents.add(block);
    else {
      yield { code: 'entry-too-large', params: { entry: entry.name, limit } };
      break;
    }
  }
  const { source, places } = contents.finish();
  const window = new ByteWindow(entry.read());
  try {
    for (const { position, length, paths } of places) {
      window.forget(position);
      if (!(await window.has(position, length))) return;
      const origin = { entry: entry.name, unit: 'byte', position } as const;
      const record = decodeRecord(window.bytes(position, length));
      if (record === null) yield { code: 'record-bad-shape', params: { ...origin, detail: NO_RECORD } };
      else yield* storiesOf(record, paths, { did: contents.did, source, origin });
    }
  } finally {
    await window.close();
  }
}

function* storiesOf(
  record: JsonObject,
  paths: readonly string[],
  { did, source, origin }: { did: string | null; source: Source | null; origin: Origin },
): Generator<StoryRecord> {
  const uris = did === null || paths.length === 0 ? [null] : paths.map((path) => `at://${did}/${path}`);
  for (const uri of uris) {
    const story = readRecord({ uri, record, author: source, view: null }, origin);
    if (story !== null) yield story;
  }
}

/** A record by itself, outside of any repository. */
export async function* readLoneRecord(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const window = new ByteWindow(entry.read());
  if (await window.has(0, BLOCK_LIMIT + 1)) {
    await window.close();
    yield { code: 'entry-too-large', params: { entry: entry.name, limit: BLOCK_LIMIT } };
    return;
  }
  const origin = { entry: entry.name, unit: 'byte', position: 0 } as const;
  const record = decodeRecord(window.bytes(0, window.end));
  if (record === null) {
    yield { code: 'record-bad-shape', params: { ...origin, detail: NO_RECORD } };
    return;
  }
  const story = readRecord({ uri: null, record, author: null, view: null }, origin);
  if (story !== null) yield story;
}
