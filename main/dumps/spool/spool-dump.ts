import { setImmediate } from 'node:timers/promises';
import { type Format, isProblem } from '../../../app/formats/format.ts';
import type { FormatId } from '../../../app/formats/format-ids.ts';
import { formatOf, isCompanion, recognise } from '../../../app/formats/formats.ts';
import { entriesOf, type ReadableEntry } from '../intake/intake.ts';
import type { Content } from '../reader.ts';
import type { ScanReport } from '../scan-part.ts';
import type { ScanTasks } from '../scan-tasks.ts';
import { ProblemList } from './problem-list.ts';
import { SpoolWriter } from './spool-writer.ts';

const REPORT_MS = 25;

/** Streams every entry of a dump through its format into a spool, reporting the index as it grows. */
export async function spoolDump(
  { path, spool, reading, rule }: ScanTasks['spool']['ask'],
  report: (report: ScanReport) => void,
  stopped: () => boolean,
): Promise<ScanTasks['spool']['answer']> {
  const writer = new SpoolWriter(spool);
  const problems = new ProblemList();
  const contents = new Map<FormatId, Content>();
  const news = new News(writer);
  const tick = async () => {
    if (news.isDue()) {
      report(news.take());
      // Lets a cancelling message in.
      await setImmediate();
    }
    return stopped();
  };
  const chosen = reading.format === null ? null : formatOf(reading.format);
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
        problems.add(entry);
        continue;
      }
      const format = chosen ?? (await formatOfEntry(entry));
      if (format === null) {
        if (await isMissed(entry)) problems.add({ code: 'entry-unknown', params: { entry: entry.name } });
        continue;
      }
      const before = writer.columns.count;
      for await (const item of format.parse(entry, { rule, mapping: reading.mapping })) {
        if (isProblem(item)) problems.add(item);
        else if (item.text.trim() !== '') writer.add(item);
        if (await tick()) break;
      }
      for (const problem of entry.problems()) problems.add(problem);
      const stories = writer.columns.count - before;
      const content = contents.get(format.id) ?? { format: format.id, entries: 0, stories: 0 };
      contents.set(format.id, {
        ...content,
        entries: content.entries + 1,
        stories: content.stories + stories,
      });
    }
    return { ...news.take(), problems: problems.list(), contents: [...contents.values()] };
  } finally {
    writer.close();
  }
}

async function formatOfEntry(entry: ReadableEntry): Promise<Format | null> {
  return isCompanion(entry.name) ? null : recognise(await entry.head());
}

/** Pictures and films belong to many exports: only what could have been text is worth a word. */
async function isMissed(entry: ReadableEntry): Promise<boolean> {
  // A web archive has what a site's scripts asked for beside its pages.
  if (isCompanion(entry.name) || entry.url !== null) return false;
  const head = await entry.head();
  return head.bytes.length > 0 && head.text !== '';
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
