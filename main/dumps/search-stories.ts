import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { ByteFinder } from './byte-finder.ts';
import { codecOf, type Encoding } from './codec.ts';
import type { HitBatch, ScanTasks } from './scan-tasks.ts';
import { parserOf } from './story-kind.ts';
import { columnsOver, StoryBytes } from './story-reader.ts';

const CHUNK = 1 << 20;
/** Hits of the first report; somebody is waiting for a screenful. */
const FIRST_HITS = 50;
const REPORT_MS = 50;

/** Stories with hits, in a form that grows. */
class Hits {
  private ordinals = new Uint32Array(1024);
  private counts = new Uint32Array(1024);
  private stories = 0;
  hits = 0;

  add(ordinal: number): void {
    this.hits++;
    if (this.stories > 0 && this.ordinals[this.stories - 1] === ordinal) {
      this.counts[this.stories - 1] = (this.counts[this.stories - 1] as number) + 1;
      return;
    }
    if (this.stories === this.ordinals.length) {
      const [ordinals, counts] = [this.ordinals, this.counts];
      this.ordinals = new Uint32Array(this.stories * 2);
      this.counts = new Uint32Array(this.stories * 2);
      this.ordinals.set(ordinals);
      this.counts.set(counts);
    }
    this.ordinals[this.stories] = ordinal;
    this.counts[this.stories++] = 1;
  }

  batch(): HitBatch {
    return {
      ordinals: this.ordinals.slice(0, this.stories),
      hitCounts: this.counts.slice(0, this.stories),
      hits: this.hits,
    };
  }
}

/**
 * All places of a literal in the texts of stories, counted as a reader would: one after another without
 * overlap, none across two stories. Reports what it has so far, from the beginning, now and then.
 */
export async function searchStories(
  ask: ScanTasks['search']['ask'],
  report: (batch: HitBatch) => void,
  stopped: () => boolean,
): Promise<HitBatch> {
  const { kind } = ask;
  if (kind.kind === 'text') return searchTexts(ask, kind.encoding, report, stopped);
  return searchRecords(ask, report, stopped);
}

/** Looks into the text of one record after another. */
async function searchRecords(
  { path, kind, blocks, from, to, query, limit }: ScanTasks['search']['ask'],
  report: (batch: HitBatch) => void,
  stopped: () => boolean,
): Promise<HitBatch> {
  const found = new Hits();
  const columns = columnsOver(blocks, to);
  const parser = parserOf(kind);
  const fd = openSync(path, 'r');
  try {
    const reader = new StoryBytes(fd);
    let reported = Date.now();
    for (let ordinal = from; ordinal < to && found.hits < limit && !stopped(); ordinal++) {
      const { bytes, start, end } = reader.read(columns.startOf(ordinal), columns.endOf(ordinal));
      const text = parser.textOf(bytes, start, end);
      for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length))
        found.add(ordinal);
      if (Date.now() - reported < REPORT_MS) continue;
      report(found.batch());
      reported = Date.now();
      await setImmediate();
    }
    return found.batch();
  } finally {
    closeSync(fd);
  }
}

async function searchTexts(
  { path, blocks, from, to, query, limit }: ScanTasks['search']['ask'],
  encoding: Encoding,
  report: (batch: HitBatch) => void,
  stopped: () => boolean,
): Promise<HitBatch> {
  const found = new Hits();
  if (to <= from) return found.batch();
  const codec = codecOf(encoding);
  const finder = new ByteFinder(codec.encode(query));
  const columns = columnsOver(blocks, to);
  const textStart = columns.startOf(from);
  const textEnd = columns.endOf(to - 1);
  const buffer = Buffer.allocUnsafe(CHUNK + finder.length);
  const fd = openSync(path, 'r');
  try {
    let story = from;
    let storyStart = columns.startOf(story);
    let storyEnd = columns.endOf(story);
    let reported = Date.now();
    let anyReported = false;
    let filled = 0;
    let base = textStart;
    let resume = textStart;
    while (base + filled < textEnd && found.hits < limit && !stopped()) {
      const read = readSync(
        fd,
        buffer,
        filled,
        Math.min(buffer.length - filled, textEnd - base - filled),
        base + filled,
      );
      if (read === 0) break;
      filled += read;
      let index = resume - base;
      for (;;) {
        index = finder.find(buffer, index, filled);
        if (index === -1) break;
        const position = base + index;
        if (position >= storyEnd) {
          // Hits are mostly near each other: try the next few stories before searching.
          for (let tries = 0; position >= storyEnd && story + 1 < to && tries < 8; tries++)
            storyEnd = columns.endOf(++story);
          if (position >= storyEnd && story + 1 < to) {
            story = Math.min(to - 1, columns.firstEndingAfter(position));
            storyEnd = columns.endOf(story);
          }
          storyStart = columns.startOf(story);
        }
        const aligned = codec.unit === 1 || (position - textStart) % 2 === 0;
        if (aligned && position >= storyStart && position + finder.length <= storyEnd) {
          found.add(story);
          if (found.hits >= limit) break;
          index += finder.length;
        } else index++;
      }
      // Only what could be the beginning of a match is carried over.
      const searched = filled - Math.min(filled, finder.length - 1);
      resume = Math.max(base + searched, index === -1 ? 0 : base + index, resume);
      const kept = Math.min(finder.length - 1, filled);
      buffer.copyWithin(0, filled - kept, filled);
      base += filled - kept;
      filled = kept;
      const due = anyReported ? Date.now() - reported >= REPORT_MS : found.hits >= FIRST_HITS;
      if (due) {
        report(found.batch());
        anyReported = true;
        reported = Date.now();
      }
      await setImmediate();
    }
    return found.batch();
  } finally {
    closeSync(fd);
  }
}
