import { readFile } from 'node:fs/promises';
import { sequenceOf } from './journal-line.ts';

/** A line of the journal file: bytes `start` to `end`, line feed included where it has one. */
export interface JournalLine {
  /** Counted from 1, as editors do. */
  number: number;
  start: number;
  end: number;
  bytes: Buffer;
  /** null: damaged, torn, or of another project. */
  sequence: number | null;
  /** Whether its line feed is there: the last thing an append writes. */
  whole: boolean;
}

/** Every line of a journal file, good or not; none where there is no file. */
export async function scanJournal(path: string, projectId: string): Promise<JournalLine[]> {
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const lines: JournalLine[] = [];
  for (let start = 0; start < content.length; ) {
    const feed = content.indexOf(0x0a, start);
    const whole = feed >= 0;
    const end = whole ? feed + 1 : content.length;
    const bytes = content.subarray(start, whole ? feed : end);
    lines.push({
      number: lines.length + 1,
      start,
      end,
      bytes,
      sequence: sequenceOf(bytes, projectId),
      whole,
    });
    start = end;
  }
  return lines;
}
