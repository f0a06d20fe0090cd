import { type Entry, HEAD_BYTES, type Head } from '../../../app/formats/format.ts';
import type { Problem } from '../../../app/problem.ts';
import { encodingName } from '../../../app/text/encodings.ts';
import type { EncodingHints } from './decide-encoding.ts';
import { decodeHead, decodeText } from './decode.ts';
import type { Listing } from './listing.ts';
import type { PortableEntry } from './portable-entry.ts';
import { firstBytes, type Source } from './source.ts';

/** What a person chose, for how many texts. */
export type EncodingChoice = Pick<EncodingHints, 'choice' | 'choiceIsForThis'>;

/** The beginning of a source. */
export interface Start {
  bytes: Buffer;
  /** Nothing follows. */
  whole: boolean;
  /** What was met so far. */
  problems: readonly Problem[];
}

/** A source as formats read it. */
export class SourceEntry implements Entry {
  readonly name: string;
  readonly bytes: number | null;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly date: string | null;
  private readonly source: Source;
  private readonly choice: EncodingChoice;
  private readonly listing: Listing | null;
  private start: Promise<Start> | null;
  private readonly found = new Map<string, Problem>();

  /** @param start where it is known already */
  constructor(source: Source, choice: EncodingChoice, listing: Listing | null, start: Start | null = null) {
    this.name = source.name;
    this.bytes = source.bytes;
    this.mediaType = source.mediaType;
    this.url = source.url;
    this.date = source.date;
    this.source = source;
    this.choice = choice;
    this.listing = listing;
    this.start = start === null ? null : Promise.resolve(start);
  }

  async head(): Promise<Head> {
    this.start ??= startOf(this.source);
    const { bytes, whole } = await this.start;
    const { name, mediaType } = this;
    return { name, mediaType, bytes, text: decodeHead(bytes, whole, this.hints([])), whole };
  }

  async *read(): AsyncGenerator<Uint8Array> {
    const start = await this.start;
    // Most entries are small: those are at hand already.
    if (start?.whole && start.problems.length === 0) yield start.bytes;
    else yield* this.source.read((problem) => this.meet(problem));
  }

  text(declared?: string): AsyncIterable<string> {
    return decodeText(
      this.read(),
      this.hints(declared === undefined ? [] : [declared]),
      ({ encoding, invalid }) => {
        if (invalid === null) return;
        const params = { entry: this.name, encoding: encodingName(encoding), ...invalid };
        this.meet({ code: 'entry-invalid-text', params });
      },
    );
  }

  async sibling(name: string): Promise<Entry | null> {
    const source = this.listing?.beside(this.name, name) ?? null;
    return source === null ? null : new SourceEntry(source, this.choice, this.listing);
  }

  async siblings(): Promise<readonly string[]> {
    return this.listing?.namesBeside(this.name) ?? [this.name];
  }

  /** What was met while reading; complete once the entry was read to its end. */
  problems(): Problem[] {
    return [...this.found.values()];
  }

  /** All of it, for another thread; null where it has more bytes than `limit`. */
  async portable(limit: number): Promise<PortableEntry | null> {
    if (this.bytes !== null && this.bytes > limit) return null;
    const bytes = await firstBytes(this.read(), limit + 1);
    if (bytes.length > limit) return null;
    const { name, mediaType, url, date, choice } = this;
    return { name, mediaType, url, date, charset: this.source.charset, choice, bytes };
  }

  private hints(declared: readonly string[]): EncodingHints {
    const { charset } = this.source;
    return { ...this.choice, declared: charset === null ? declared : [charset, ...declared] };
  }

  /** An entry may be read more than once: what is met again is no other problem. */
  private meet(problem: Problem): void {
    const { code, params } = problem;
    this.found.set(code === 'entry-invalid-text' ? code : JSON.stringify([code, params]), problem);
  }
}

/** Reads as much of a source as tells what it is. */
export async function startOf(source: Source): Promise<Start> {
  const problems: Problem[] = [];
  const bytes = await firstBytes(
    source.read((problem) => problems.push(problem)),
    HEAD_BYTES + 1,
  );
  return { bytes: bytes.subarray(0, HEAD_BYTES), whole: bytes.length <= HEAD_BYTES, problems };
}
