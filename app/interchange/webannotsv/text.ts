import { unreadable } from '../reading.ts';
import { unescaped } from './escapes.ts';

/** A row of the file: a token, or a part of one. */
export interface FileRow {
  /** File and line. */
  where: string;
  id: string;
  start: number;
  end: number;
  words: string;
  cells: string[];
}

/**
 * The text and the rows of the sentences. Between two sentences stands a line feed, with spaces behind it as the offsets
 * ask for; nothing where the next one begins at once.
 * @param lines those behind the header
 * @param from the number of the first of them
 * @throws UratoriError `interchange-unreadable`
 */
export function textOf(
  file: string,
  lines: readonly string[],
  from: number,
  columns: number,
): { text: string; rows: FileRow[] } {
  const rows: FileRow[] = [];
  const parts: string[] = [];
  let length = 0;
  let sentence: string[] = [];
  const most = lines.reduce((sum, line) => sum + line.length, 1000);
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, line] of lines.entries()) {
    const where = `${file}:${from + index}`;
    if (line === '') continue;
    if (line.startsWith('#') && !/^#?\d+-\d+/u.test(line)) {
      if (line.startsWith('#Text=')) sentence.push(unescaped(line.slice(6)));
      continue;
    }
    const row = rowOf(where, line, columns);
    if (sentence.length > 0) {
      if (length === row.start + 1 && parts.at(-1)?.endsWith('\n')) {
        parts[parts.length - 1] = (parts.at(-1) as string).slice(0, -1);
        length -= 1;
      }
      if (length > row.start || row.start - length > most) unreadable(where, `${row.start}-${row.end}`);
      if (length < row.start) add(' '.repeat(row.start - length));
      add(`${sentence.join('\n')}\n`);
      sentence = [];
    }
    rows.push(row);
  }
  if (sentence.length > 0) unreadable(file, `#Text=${(sentence[0] as string).slice(0, 60)}`);
  return { text: parts.join('').replace(/\n$/u, ''), rows };
}

function rowOf(where: string, line: string, columns: number): FileRow {
  const [id = '', offsets = '', words = '', ...cells] = line.split('\t');
  const [, start, end] = /^(\d+)-(\d+)$/u.exec(offsets) ?? [];
  if (!/^\d+-\d+(?:\.\d+)?$/u.test(id) || start === undefined || end === undefined || cells.length < columns)
    return unreadable(where, line.slice(0, 60));
  return { where, id, start: Number(start), end: Number(end), words, cells };
}
