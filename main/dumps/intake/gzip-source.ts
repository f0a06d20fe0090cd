import type { Meter } from './budget.ts';
import { gunzip } from './gunzip.ts';
import { PLAIN, type RandomAccess, type Report, type Source, skipBytes } from './source.ts';

/** What is in a gzip file. */
export class GzipSource implements Source {
  readonly name: string;
  readonly bytes = null;
  readonly mediaType = PLAIN.mediaType;
  readonly url = PLAIN.url;
  readonly date = PLAIN.date;
  readonly charset = PLAIN.charset;
  private readonly packed: Source;
  private readonly meter: Meter;

  constructor(packed: Source, meter: Meter) {
    this.name = packed.name.replace(/\.gz(?:ip)?$/i, '').replace(/\.tgz$/i, '.tar');
    this.packed = packed;
    this.meter = meter;
  }

  async *read(report: Report, from = 0): AsyncGenerator<Uint8Array> {
    yield* skipBytes(whole(this.pieces(report)), from);
  }

  /** With a `null` where bytes are missing. */
  pieces(report: Report): AsyncIterable<Uint8Array | null> {
    return this.meter.watch(gunzip(this.packed, report), this.packed.name, report);
  }

  async access(): Promise<RandomAccess | null> {
    return null;
  }
}

async function* whole(pieces: AsyncIterable<Uint8Array | null>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) if (piece !== null) yield piece;
}
