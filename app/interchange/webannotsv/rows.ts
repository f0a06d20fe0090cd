import { UratoriError } from '../../problem.ts';
import type { Range } from '../../text/boundaries.ts';
import type { Structure } from '../cas/model.ts';
import type { Sentence } from '../cas/sentences.ts';

/** A token, or a part of one that an annotation needs a row for. */
export interface Row extends Range {
  /** `1-2`, or `1-2.1` for a part. */
  id: string;
  /** What covers it, in the order of the story's annotations. */
  structures: Structure[];
  /** What begins with this row. */
  starts: Structure[];
}

/**
 * The rows of each token, itself first, then parts by their place.
 * @throws UratoriError `export-quote-mismatch`, where an annotation is not what its rows come to
 */
export function rowsOf(
  story: string,
  text: string,
  sentences: readonly Sentence[],
  spans: readonly Structure[],
): Row[][] {
  const rows = sentences.flatMap(({ tokens }, sentence) =>
    tokens.map((token, index): Row[] => [
      { ...token, id: `${sentence + 1}-${index + 1}`, structures: [], starts: [] },
    ]),
  );
  for (const span of spans) {
    const { begin, end } = span.place as { begin: number; end: number };
    let [from, to] = [end, begin];
    for (let token = firstEndingAfter(rows, begin); token < rows.length; token += 1) {
      const parts = rows[token] as [Row, ...Row[]];
      if (parts[0].start >= end) break;
      const row = rowIn(parts, Math.max(begin, parts[0].start), Math.min(end, parts[0].end));
      row.structures.push(span);
      if (from === end) row.starts.push(span);
      from = Math.min(from, row.start);
      to = row.end;
    }
    // A reader finds an annotation from the first of its rows to the last.
    if (from !== begin || to !== end)
      throw new UratoriError('export-quote-mismatch', { story, quote: text.slice(begin, end) });
  }
  return rows.map(([whole, ...parts]) => {
    parts.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const [index, part] of parts.entries()) part.id = `${whole?.id}.${index + 1}`;
    return [whole as Row, ...parts];
  });
}

function rowIn(parts: Row[], start: number, end: number): Row {
  const known = parts.find((row) => row.start === start && row.end === end);
  if (known) return known;
  const part: Row = { start, end, id: '', structures: [], starts: [] };
  parts.push(part);
  return part;
}

function firstEndingAfter(rows: readonly Row[][], at: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.[0]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
