import { CsvReader } from '../formats/csv/csv-reader.ts';

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front, in full width too
 * (https://owasp.org/www-community/attacks/CSV_Injection); so does one that begins with apostrophes and such a sign, so
 * that `unguarded` gives back exactly what was there.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

export type Delimiter = ',' | '\t';

/** A row of a table (RFC 4180), formulas guarded. */
export function rowText(cells: readonly string[], delimiter: Delimiter): string {
  const written = cells.map((cell) => {
    const safe = guarded(cell);
    return safe.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(safe)
      ? `"${safe.replaceAll('"', '""')}"`
      : safe;
  });
  return `${written.join(delimiter)}\r\n`;
}

/** The rows of a table, with the 1-based line where each starts; null for one that cannot be read. */
export function rowsOfText(text: string, delimiter: Delimiter): { line: number; cells: string[] | null }[] {
  const lineBreak = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
  const reader = new CsvReader({ delimiter, lineBreak, skip: 0 });
  return [...reader.push(text.replace(/^\ufeff/u, '')), ...reader.finish()].map((item) =>
    item.kind === 'row'
      ? { line: item.line, cells: item.cells.map(unguarded) }
      : { line: item.line, cells: null },
  );
}
