import { setImmediate } from 'node:timers/promises';
import { type Format, isProblem } from '../../../app/formats/format.ts';
import type { FormatId } from '../../../app/formats/format-ids.ts';
import type { StoryRecord } from '../../../app/formats/story-record.ts';
import type { Problem } from '../../../app/problem.ts';
import { entriesOf, type ReadableEntry } from '../intake/intake.ts';
import type { Content } from '../reader.ts';
import type { ScanReport } from '../scan-part.ts';
import type { ScanTasks } from '../scan-tasks.ts';
import { type EntryReading, formatOfEntry, itemsOf } from './entry-items.ts';
import { EntryQueue, type QueueTuning } from './entry-queue.ts';
import { ProblemList } from './problem-list.ts';
import type { ReadEntry } from './read-entry.ts';
import { SpoolWriter } from './spool-writer.ts';

const REPORT_MS = 25;
/** Entries up to this size are held whole and read by several threads, larger ones are streamed. In bytes. */
const HELD_WHOLE = 4 << 20;

/** Streams every entry of a dump through its format into a spool, reporting the index as it grows. */
export async function spoolDump(
  { path, spool, reading, rule }: ScanTasks['spool']['ask'],
  report: (report: ScanReport) => void,
  stopped: () => boolean,
  tuning: QueueTuning = {},
): Promise<ScanTasks['spool']['answer']> {
  const writer = new SpoolWriter(spool);
  const problems = new ProblemList();
  const contents = new Contents();
  const news = new News(writer);
  const how: EntryReading = { format: reading.format, rule, mapping: reading.mapping };
  const queue = new EntryQueue(how, tuning);
  const tick = async () => {
    if (news.isDue()) {
      report(news.take());
      // Lets a cancelling message in.
      await setImmediate();
    }
    return stopped();
  };
  const take = (item: StoryRecord | Problem) => {
    if (isProblem(item)) problems.add(item);
    else if (item.text.trim() !== '') writer.add(item);
  };
  const takeRead = ({ format, items }: ReadEntry) => {
    const before = writer.columns.count;
    for (const item of items) take(item);
    contents.add(format, writer.columns.count - before);
  };
  /** What was read by now, and as much more as has to be waited for. */
  const drain = async (isEnough: () => boolean) => {
    for (let read = queue.takeReady(); read !== null; read = queue.takeReady()) takeRead(read);
    while (!isEnough()) {
      const read = await queue.take();
      if (read !== null) takeRead(read);
      if (await tick()) return;
    }
  };
  const stream = async (entry: ReadableEntry, format: Format | null) => {
    const before = writer.columns.count;
    for await (const item of itemsOf(entry, format, how)) {
      take(item);
      if (await tick()) break;
    }
    contents.add(format?.id ?? null, writer.columns.count - before);
  };
  try {
    const entries = entriesOf(path, {
      encoding: reading.encoding,
      progress: (bytes) => {
        news.bytes = bytes;
      },
    });
    for await (const entry of entries) {
      if (await tick()) break;
      if ('code' in entry) {
        queue.push({ format: null, items: [entry] });
        continue;
      }
      // Pages of the web take long to read, and nothing that stands beside one matters for it. Whoever reads an entry of
      // a web archive finds out what it is.
      const format = entry.url === null ? await formatOfEntry(entry, how) : null;
      const isPage = entry.url !== null || format?.id === 'html';
      const whole = isPage ? await entry.portable(HELD_WHOLE) : null;
      if (whole === null) {
        await drain(() => queue.isEmpty);
        await stream(entry, format ?? (await formatOfEntry(entry, how)));
      } else {
        await queue.add(whole);
        await drain(() => !queue.isFull);
      }
    }
    await drain(() => queue.isEmpty || stopped());
    return { ...news.take(), problems: problems.list(), contents: contents.list() };
  } finally {
    writer.close();
    await queue.close();
  }
}

/** How many entries and stories there are of each format. */
class Contents {
  private readonly byFormat = new Map<FormatId, Content>();

  add(format: FormatId | null, stories: number): void {
    if (format === null) return;
    const known = this.byFormat.get(format) ?? { format, entries: 0, stories: 0 };
    this.byFormat.set(format, {
      ...known,
      entries: known.entries + 1,
      stories: known.stories + stories,
    });
  }

  list(): Content[] {
    return [...this.byFormat.values()];
  }
}

/** What the spool has since somebody was told. */
class News {
  bytes = 0;
  private readonly writer: SpoolWriter;
  private told = 0;
  private blocks = 0;
  private sources = 0;

  constructor(writer: SpoolWriter) {
    this.writer = writer;
  }

  /** The first stories are waited for. */
  isDue(): boolean {
    return (this.blocks === 0 && this.writer.columns.count > 0) || Date.now() - this.told >= REPORT_MS;
  }

  take(): ScanReport {
    this.writer.flush();
    const { columns, sources } = this.writer;
    const report = {
      blocks: columns.blocks.slice(this.blocks).map((block) => block.memory),
      count: columns.count,
      sources: sources.slice(this.sources),
      bytes: this.bytes,
    };
    this.blocks = columns.blocks.length;
    this.sources = sources.length;
    this.told = Date.now();
    return report;
  }
}
