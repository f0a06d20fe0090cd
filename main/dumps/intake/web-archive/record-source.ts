import { MemoryAccess } from '../file-access.ts';
import { printable } from '../printable.ts';
import { type RandomAccess, type Report, rangeOf, type Source } from '../source.ts';

/** Something that a web archive holds, in memory. */
export class RecordSource implements Source {
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string | null;
  readonly url: string;
  readonly date: string | null;
  readonly charset: string | null;
  readonly body: Buffer;

  /** @param contentType with its parameters; null where nothing tells */
  constructor(archive: string, url: string, date: string | null, contentType: string | null, body: Buffer) {
    this.name = `${archive}!${printable(url)}`;
    this.bytes = body.length;
    this.url = url;
    this.date = date;
    const mediaType = mediaTypeOf(contentType);
    this.mediaType = mediaType === '' ? null : mediaType;
    this.charset = /\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null;
    this.body = body;
  }

  async *read(_report: Report, from = 0): AsyncGenerator<Uint8Array> {
    yield* rangeOf(new MemoryAccess(this.body), from, this.body.length);
  }

  async access(): Promise<RandomAccess> {
    return new MemoryAccess(this.body);
  }
}

/** Without parameters, in lower case; empty where nothing tells. */
export function mediaTypeOf(contentType: string | null): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
