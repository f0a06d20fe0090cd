import type { Problem } from '../../../app/problem.ts';
import type { Budget } from './budget.ts';
import { notReadable } from './folder-files.ts';
import { GzipSource } from './gzip-source.ts';
import { Listing } from './listing.ts';
import { kindOf } from './magic.ts';
import { isSource, type RandomAccess, type Report, type Source } from './source.ts';
import { SourceEntry, type Start, startOf } from './source-entry.ts';
import { spill } from './spill.ts';
import { isArchiveOfWacz, isPagesOfWacz, isWacz, pageTexts } from './web-archive/wacz.ts';
import { isWebArchive, webArchive } from './web-archive/web-archive.ts';
import { findZip } from './zip/central-directory.ts';
import { readZip } from './zip/zip-archive.ts';

type Item = SourceEntry | Problem;

/** What stands around a source. */
interface Place {
  /** The entries beside it; null for a lone file. */
  listing: Listing | null;
  /** Archives around it. */
  depth: number;
}

/** The zip archive of an office document has this: it is one document and not a folder of texts. */
const OFFICE = '[Content_Types].xml';

const NOTHING_BESIDE = new Listing([]);

/** Goes through sources and through the archives among them. */
export class Walk {
  private readonly budget: Budget;
  private readonly encoding: string | null;

  /** @param encoding that a person chose; null: none */
  constructor(budget: Budget, encoding: string | null) {
    this.budget = budget;
    this.encoding = encoding;
  }

  /** Nothing more is to be read. */
  get spent(): boolean {
    return this.budget.spent;
  }

  /** A dump that is one file. Something may stand in front of a zip archive, such as a program that unpacks it. */
  async *lone(source: Source): AsyncGenerator<Item> {
    const start = await startOf(source);
    const kind = kindOf(start.bytes);
    if (kind === 'zip' || (kind === 'other' && (await this.endsInZip(source))))
      yield* this.zip(source, '', 0);
    else yield* this.known(source, start, { listing: null, depth: 0 });
  }

  async *source(source: Source, place: Place): AsyncGenerator<Item> {
    yield* this.known(source, await startOf(source), place);
  }

  private async *known(source: Source, start: Start, place: Place): AsyncGenerator<Item> {
    const kind = kindOf(start.bytes);
    if ((kind === 'zip' || kind === 'gzip') && place.depth >= this.budget.limits.depth) {
      yield { code: 'entry-too-deep', params: { entry: source.name } };
    } else if (kind === 'zip') yield* this.zip(source, `${source.name}/`, place.depth);
    else if (kind === 'gzip') yield* this.gzip(source, place);
    else if (kind === 'web-archive') yield* this.webArchive(source);
    else if (start.bytes.length > 0) yield this.entry(source, start, place.listing);
    else yield* start.problems;
  }

  private entry(source: Source, start: Start, listing: Listing | null): SourceEntry {
    return new SourceEntry(
      source,
      { choice: this.encoding, choiceIsForThis: listing === null },
      listing,
      start,
    );
  }

  private async *gzip(packed: Source, { listing, depth }: Place): AsyncGenerator<Item> {
    const source = new GzipSource(packed, this.budget.meter(packed.bytes ?? 0));
    const start = await startOf(source);
    if (isWebArchive(start.bytes)) yield* this.webArchive(packed, source);
    else yield* this.known(source, start, { listing, depth: depth + 1 });
  }

  /** @param unpacked where the archive is packed */
  private async *webArchive(
    source: Source,
    unpacked?: GzipSource,
    seen = new Set<string>(),
  ): AsyncGenerator<Item> {
    const met: Problem[] = [];
    const report: Report = (problem) => met.push(problem);
    const pieces = unpacked ? unpacked.pieces(report) : source.read(report);
    let truncated = false;
    for await (const item of webArchive(pieces, source.name, this.budget.limits)) {
      truncated ||= met.some(({ code }) => code === 'entry-truncated');
      yield* met.splice(0);
      if ('code' in item) {
        // A packed file that ends early was told of already.
        if (item.code !== 'entry-truncated' || !truncated) yield item;
        continue;
      }
      seen.add(item.url);
      yield this.entry(item, await startOf(item), NOTHING_BESIDE);
    }
    yield* met;
  }

  private async *zip(source: Source, prefix: string, depth: number): AsyncGenerator<Item> {
    const met: Problem[] = [];
    const report: Report = (problem) => met.push(problem);
    let access: RandomAccess;
    try {
      access = (await source.access()) ?? (await spill(source, this.budget.limits.inMemory, report));
    } catch (thrown) {
      yield notReadable(source.name, thrown);
      return;
    }
    try {
      const items = await readZip(access, source.name, prefix, this.budget, report);
      yield* met;
      const sources = items.filter(isSource);
      const names = sources.map(({ name }) => name.slice(prefix.length));
      if (names.includes(OFFICE)) yield { code: 'entry-unknown', params: { entry: source.name } };
      else if (isWacz(names)) yield* this.wacz(source.name, sources, prefix);
      else yield* this.items(items, depth + 1);
    } finally {
      await access.close();
    }
  }

  private async *items(items: readonly (Source | Problem)[], depth: number): AsyncGenerator<Item> {
    const listing = new Listing(items.filter(isSource));
    for (const item of items) {
      if ('code' in item) yield item;
      else yield* this.source(item, { listing, depth });
      if (this.spent) return;
    }
  }

  private async *wacz(name: string, sources: readonly Source[], prefix: string): AsyncGenerator<Item> {
    const among = (test: (name: string) => boolean) =>
      sources.filter((source) => test(source.name.slice(prefix.length)));
    const seen = new Set<string>();
    for (const source of among(isArchiveOfWacz)) {
      const packed = kindOf((await startOf(source)).bytes) === 'gzip';
      const unpacked = packed ? new GzipSource(source, this.budget.meter(source.bytes ?? 0)) : undefined;
      yield* this.webArchive(source, unpacked, seen);
      if (this.spent) return;
    }
    for (const pages of among(isPagesOfWacz)) {
      for await (const page of pageTexts(pages, name, seen)) {
        yield this.entry(page, await startOf(page), NOTHING_BESIDE);
      }
    }
  }

  private async endsInZip(source: Source): Promise<boolean> {
    let access: RandomAccess | null = null;
    try {
      access = await source.access();
      return access !== null && (await findZip(access)) !== null;
    } catch {
      return false;
    } finally {
      await access?.close();
    }
  }
}
