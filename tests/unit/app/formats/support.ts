import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Entry, type Format, HEAD_BYTES, type Head, isProblem } from '../../../../app/formats/format.ts';
import type { StoryRecord } from '../../../../app/formats/story-record.ts';
import type { Problem } from '../../../../app/problem.ts';

type Content = string | Uint8Array;

/** Real files of every format, beside the project; there on the machines of those who build it only. */
const CORPORA = fileURLToPath(new URL('../../../../../shared/corpora/', import.meta.url));
export const hasCorpora = existsSync(CORPORA);

/** The path of a real file, or of a folder of them. */
export const corpusPath = (path: string) => CORPORA + path;

/** A real file as an entry, with its neighbours. */
export function corpusEntry(path: string, options: EntryOptions = {}): Entry {
  const folder = CORPORA + path.slice(0, path.lastIndexOf('/') + 1);
  const siblings = Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => [file.name, () => readFileSync(folder + file.name)]),
  );
  return entryOf(path.slice(path.lastIndexOf('/') + 1), readFileSync(CORPORA + path), siblings, options);
}

export interface EntryOptions {
  mediaType?: string;
  url?: string;
  date?: string;
  /** What a person chose, or a detector found. */
  encoding?: string;
}

/** An entry in memory. It is read in chunks of a few bytes or units, so that what is split somewhere is split here. */
export function entryOf(
  name: string,
  content: Content,
  siblings: Readonly<Record<string, Content | (() => Content)>> = {},
  options: EntryOptions = {},
): Entry {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    bytes: bytes.length,
    mediaType: options.mediaType ?? null,
    url: options.url ?? null,
    date: options.date ?? null,
    read: () => chunksOf(bytes, (from, to) => bytes.subarray(from, to)),
    text(declared) {
      const text = decoded(bytes, options.encoding ?? declared);
      return chunksOf(text, (from, to) => text.slice(from, to));
    },
    async sibling(other) {
      const found = other === name ? content : siblings[other];
      return found === undefined
        ? null
        : entryOf(other, typeof found === 'function' ? found() : found, siblings);
    },
    siblings: async () => [...new Set([name, ...Object.keys(siblings)])],
  };
}

/** What a format is asked to recognise an entry by. */
export async function headOf(entry: Entry): Promise<Head> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry.read()) chunks.push(chunk);
  const all = Buffer.concat(chunks);
  const bytes = new Uint8Array(all.subarray(0, HEAD_BYTES));
  return {
    name: entry.name,
    mediaType: entry.mediaType,
    bytes,
    text: all.includes(0) && !isUtf16(all) ? '' : decoded(bytes).replace(/\ufffd$/u, ''),
    whole: all.length <= HEAD_BYTES,
  };
}

/** All that a format reads of an entry. */
export async function readAll(
  format: Format,
  entry: Entry,
): Promise<{ records: StoryRecord[]; problems: Problem[] }> {
  const records: StoryRecord[] = [];
  const problems: Problem[] = [];
  for await (const item of format.parse(entry, { rule: null, mapping: null })) {
    if (isProblem(item)) problems.push(item);
    else records.push(item);
  }
  return { records, problems };
}

async function* chunksOf<T extends { length: number }>(whole: T, slice: (from: number, to: number) => T) {
  // Small chunks would make large files slow; these are never a multiple of anything.
  const scale = whole.length > 1 << 16 ? 997 : 1;
  for (let from = 0, size = 1; from < whole.length; size = (size * 7 + 3) % 61) {
    const to = wholeUnits(whole, Math.min(whole.length, from + 1 + size * scale));
    yield slice(from, to);
    from = to;
  }
}

/** Text is never cut inside of a surrogate pair. */
function wholeUnits(whole: { length: number }, to: number): number {
  if (typeof whole !== 'string' || to >= whole.length) return to;
  const code = whole.charCodeAt(to - 1);
  return code >= 0xd800 && code <= 0xdbff ? to + 1 : to;
}

const isUtf16 = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function decoded(bytes: Uint8Array, encoding?: string): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(known(encoding)).decode(bytes);
  }
}

function known(encoding: string | undefined): string {
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    return 'utf-8';
  }
}
