import { createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AS_GUESSED } from '../../app/dump-reading.ts';
import type { FormatId } from '../../app/formats/format-ids.ts';
import { spoolDump } from '../../main/dumps/spool/spool-dump.ts';
import { Random } from '../bench/random.ts';
import { mutate } from './mutate.ts';

/** One damaged file to read. `format`: forced, as a person may; null: as recognised. */
export interface FuzzTask {
  file: string;
  seed: number;
  format: FormatId | null;
  others: string[];
  /** A folder for the damaged file, which is left there if the reading of it does not end well. */
  folder: string;
}

export interface FuzzResult {
  stories: number;
  problems: number;
  /** Peak memory of this process so far, in bytes. */
  peak: number;
}

process.on('disconnect', () => process.exit());

process.on('message', async (task: FuzzTask) => {
  const random = new Random(task.seed);
  const others = task.others.map((path) => readFileSync(path));
  const damaged = mutate(readFileSync(task.file), random, others);
  const path = join(task.folder, basename(task.file));
  const spool = join(task.folder, 'out.spool');
  writeFileSync(path, damaged);
  // One that ended badly left its own.
  rmSync(spool, { force: true });
  const reading = { ...AS_GUESSED, format: task.format };
  const { count, problems } = await spoolDump(
    { path, spool, reading, rule: null },
    () => {},
    () => false,
  );
  await checkLines(spool, count);
  rmSync(path);
  rmSync(spool);
  const result: FuzzResult = {
    stories: count,
    problems: problems.length,
    peak: process.resourceUsage().maxRSS * 1024,
  };
  process.send?.(result);
});
process.send?.('ready');

/** What was read must be stories: every line whole, every segment within its text. A spool may be larger than a string. */
async function checkLines(spool: string, count: number): Promise<void> {
  let lines = 0;
  for await (const line of linesOf(spool)) {
    lines++;
    const { text, segments, id } = JSON.parse(line);
    let end = 0;
    for (const segment of segments) {
      if (segment.start < end || segment.end < segment.start || segment.end > text.length)
        throw new Error(`story ${id} has a segment outside of its text`);
      end = segment.end;
    }
  }
  if (lines !== count) throw new Error(`${count} stories, ${lines} lines`);
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    // A line may be much longer than what is read at a time: it is put together once.
    const [first = '', ...more] = (chunk as string).split('\n');
    parts.push(first);
    for (const line of more) {
      yield parts.join('');
      parts = [line];
    }
  }
  if (parts.some((part) => part !== '')) yield parts.join('');
}
