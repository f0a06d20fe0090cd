import type { Source } from '../../app/story.ts';
import type { ScanReport } from './scan-part.ts';
import { BLOCK_STORIES, ColumnBlock, NO_SOURCE, StoryColumns } from './story-columns.ts';

/** What one scan has reported so far, before it is joined to the index. */
class Part {
  readonly columns = new StoryColumns();
  readonly sources: Source[] = [];
  bytes = 0;
  done = false;
  /** Stories that are in the index already. */
  joined = 0;
}

/**
 * The index as it grows from the reports of one or two scans. The first part's memory becomes the index's own;
 * the second part's stories follow once the first is done, so that an ordinal never changes.
 */
export class DumpIndex {
  readonly columns: StoryColumns = new StoryColumns();
  readonly sources: Source[] = [];
  private readonly parts: Part[];
  private readonly sourceNumbers = new Map<string, number>();

  constructor(parts: number) {
    this.parts = Array.from({ length: parts }, () => new Part());
  }

  /** An index that was finished before. */
  static from(columns: StoryColumns, sources: Source[]): DumpIndex {
    const index = new DumpIndex(0);
    index.columns.blocks.push(...columns.blocks);
    index.columns.count = columns.count;
    index.sources.push(...sources);
    return index;
  }

  get bytesScanned(): number {
    return this.parts.reduce((sum, part) => sum + part.bytes, 0);
  }

  report(number: number, report: ScanReport, done: boolean): void {
    const part = this.parts[number] as Part;
    part.columns.blocks.push(...report.blocks.map((memory) => new ColumnBlock(memory)));
    part.columns.count = report.count;
    part.sources.push(...report.sources);
    part.bytes = report.bytes;
    part.done = done;
    this.join();
  }

  private join(): void {
    for (const [number, part] of this.parts.entries()) {
      if (number === 0) this.adopt(part);
      else this.append(part);
      if (!part.done) return;
    }
  }

  private adopt(part: Part): void {
    this.columns.blocks.push(...part.columns.blocks.slice(this.columns.blocks.length));
    for (const source of part.sources.slice(this.sources.length)) this.numberOf(source);
    if (part.joined !== part.columns.count) this.columns.count = part.columns.count;
    part.joined = part.columns.count;
  }

  private append(part: Part): void {
    const numbers = part.sources.map((source) => this.numberOf(source));
    for (; part.joined < part.columns.count; part.joined++) {
      const from = part.columns.blockOf(part.joined);
      const row = part.joined & (BLOCK_STORIES - 1);
      const start = from.start[row] as number;
      const source = from.source[row] as number;
      this.columns.add(
        start,
        start + (from.length[row] as number),
        -1,
        source === NO_SOURCE ? NO_SOURCE : (numbers[source] as number),
        from.day[row] as number,
        from.low[row] as number,
        from.high[row] as number,
        from.language[row] as number,
        from.flags[row] as number,
        from.time[row] as number,
      );
      const ordinal = this.columns.count - 1;
      this.columns.blockOf(ordinal).byline[ordinal & (BLOCK_STORIES - 1)] = from.byline[row] as number;
    }
  }

  private numberOf(source: Source): number {
    const key = `${source.name}\0${source.handle}`;
    let number = this.sourceNumbers.get(key);
    if (number === undefined) {
      number = this.sources.push(source) - 1;
      this.sourceNumbers.set(key, number);
    }
    return number;
  }
}
