import { asBuffer } from './decode.ts';
import { MemoryAccess } from './file-access.ts';
import { Listing } from './listing.ts';
import { type RandomAccess, type Report, rangeOf, type Source } from './source.ts';
import { type EncodingChoice, SourceEntry } from './source-entry.ts';

/** An entry with all its bytes, to be read by another thread. There is nothing beside it. */
export interface PortableEntry {
  name: string;
  mediaType: string | null;
  url: string | null;
  date: string | null;
  charset: string | null;
  choice: EncodingChoice;
  bytes: Uint8Array;
}

const NOTHING_BESIDE = new Listing([]);

export function entryOf({ choice, ...source }: PortableEntry): SourceEntry {
  return new SourceEntry(new MemorySource(source), choice, NOTHING_BESIDE);
}

class MemorySource implements Source {
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly date: string | null;
  readonly charset: string | null;
  private readonly body: Buffer;

  constructor({ name, mediaType, url, date, charset, bytes }: Omit<PortableEntry, 'choice'>) {
    this.name = name;
    this.bytes = bytes.length;
    this.mediaType = mediaType;
    this.url = url;
    this.date = date;
    this.charset = charset;
    this.body = asBuffer(bytes);
  }

  async *read(_report: Report, from = 0): AsyncGenerator<Uint8Array> {
    yield* rangeOf(new MemoryAccess(this.body), from, this.body.length);
  }

  async access(): Promise<RandomAccess> {
    return new MemoryAccess(this.body);
  }
}
