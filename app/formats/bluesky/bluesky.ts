import type { Entry, Format, Head } from '../format.ts';
import { readJson } from './json.ts';

/**
 * Bluesky: the repository that a person exports (a CAR file), a record of one by itself, and JSON of records or of what
 * Bluesky's interface answers with (feeds, threads, `listRecords`), also the lines of Jetstream.
 */
export const bluesky: Format = { id: 'bluesky', sniff, parse };

const STORIES = /"\$type"\s*:\s*"app\.bsky\.feed\.(?:post|repost)"/u;
/** The beginning of a CAR file's header in DAG-CBOR: a map of two, `roots` first. */
const CAR = '\xa2eroots';
/** A record in DAG-CBOR: its type, the name of which has 18 letters. */
const RECORD = 'e$typerapp.bsky.feed.post';

function sniff({ bytes, text, whole }: Head): number {
  if (/^\s*[{[]/u.test(text)) return STORIES.test(text) ? 0.95 : 0;
  if (isCar(bytes)) return 0.9;
  return whole && isRecord(bytes) ? 0.9 : 0;
}

async function* parse(entry: Entry): ReturnType<Format['parse']> {
  const head = await firstBytes(entry);
  if (isCar(head) || isRecord(head)) {
    // Only who opens such files needs what reads them.
    const { readRepository, readLoneRecord } = await import('./repository.ts');
    yield* isCar(head) ? readRepository(entry) : readLoneRecord(entry);
  } else yield* readJson(entry);
}

function isCar(bytes: Uint8Array): boolean {
  // In front of the header stands its length, in one or two bytes.
  return latin1(bytes.subarray(0, CAR.length + 2)).includes(CAR);
}

function isRecord(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  return first >= 0xa1 && first <= 0xb7 && latin1(bytes).includes(RECORD);
}

const LOOK_AT = 1 << 14;

async function firstBytes(entry: Entry): Promise<Uint8Array> {
  const found = new Uint8Array(LOOK_AT);
  let length = 0;
  for await (const chunk of entry.read()) {
    const part = chunk.subarray(0, LOOK_AT - length);
    found.set(part, length);
    length += part.length;
    if (length === LOOK_AT) break;
  }
  return found.subarray(0, length);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, LOOK_AT)) text += String.fromCharCode(byte);
  return text;
}
