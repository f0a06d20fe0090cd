import { ClosingQuotes } from './closing-quotes.ts';
import type { CsvDialect } from './dialect.ts';

/** A row, or what is wrong with it; `line` is the 1-based line where it starts. */
export type CsvItem =
  | { kind: 'row'; cells: string[]; line: number }
  | { kind: 'broken-quote' | 'too-large'; line: number };

/** A row may have so many UTF-16 units; a larger one is passed over up to the end of its line. */
export const ROW_LIMIT = 1 << 24;

/**
 * Reads the rows of a table in chunks (RFC 4180), leniently: a quote within a cell is text, rows may have any number
 * of cells, rows without anything in them are none. A quote that opens a cell and is not closed is text as well: it is
 * told, and swallows nothing.
 */
export class CsvReader {
  private readonly delimiter: string;
  private readonly lineBreak: string;
  private readonly limit: number;
  private readonly quotes: ClosingQuotes;
  private text = '';
  private at = 0;
  private line = 1;
  /** Before there are so many units, the row is not tried again: a long one would be read over and over. */
  private wanted = 0;
  /** Of the first quote behind `at`, as far as it was looked for. */
  private quote = -1;
  /** Inside of a row that is too large. */
  private skipping = false;
  private cells: string[] = [];

  constructor(dialect: CsvDialect, limit = ROW_LIMIT) {
    this.delimiter = dialect.delimiter;
    this.lineBreak = dialect.lineBreak;
    this.limit = limit;
    this.quotes = new ClosingQuotes(dialect);
  }

  *push(chunk: string): Generator<CsvItem> {
    this.text = this.text.slice(this.at) + chunk;
    this.at = 0;
    this.quote = -1;
    if (this.text.length >= this.wanted) yield* this.rows(false);
  }

  *finish(): Generator<CsvItem> {
    yield* this.rows(true);
  }

  private *rows(last: boolean): Generator<CsvItem> {
    this.wanted = 0;
    while (this.at < this.text.length) {
      if (this.skipping && !this.skip()) return;
      const { line } = this;
      const broken: number[] = [];
      let end = this.row(last, broken);
      while (end === 'broken') end = this.row(last, broken);
      if (end === 'more' && this.text.length - this.at <= this.limit) {
        this.wanted = (this.text.length - this.at) * 2;
        return;
      }
      if (end === 'more' || end - this.at > this.limit) {
        this.skipping = end === 'more';
        if (end !== 'more') this.goTo(end);
        yield { kind: 'too-large', line };
        continue;
      }
      this.goTo(end);
      if (broken.length > 0) yield { kind: 'broken-quote', line };
      if (this.cells.some((cell) => cell !== '')) yield { kind: 'row', cells: this.cells, line };
    }
  }

  /**
   * Reads the row at `at` into `cells`.
   * @param broken where quotes are text; a quote that turns out to be so is added
   * @returns where the next row starts
   */
  private row(last: boolean, broken: number[]): number | 'more' | 'broken' {
    const { text, delimiter } = this;
    let lineEnd = this.lineEnd(this.at, last);
    if (lineEnd === -1) return 'more';
    if (this.nextQuote() >= lineEnd) {
      this.cells = this.plain(this.at, lineEnd).split(delimiter);
      return lineEnd + 1;
    }
    this.cells = [];
    for (let at = this.at; ; ) {
      let end: number;
      if (text[at] === '"' && !broken.includes(at)) {
        const close = this.quotes.find(text, at, last);
        if (close === 'more') return 'more';
        if (close === 'broken') {
          broken.push(at);
          return 'broken';
        }
        this.cells.push(text.slice(at + 1, close.quote).replaceAll('""', '"'));
        end = close.end;
        if (end > lineEnd) lineEnd = this.lineEnd(end, last);
        if (lineEnd === -1) return 'more';
      } else {
        const delimiterAt = text.indexOf(delimiter, at);
        end = delimiterAt === -1 || delimiterAt > lineEnd ? lineEnd : delimiterAt;
        this.cells.push(end === lineEnd ? this.plain(at, end) : text.slice(at, end));
      }
      if (text[end] !== delimiter) return lineEnd + 1;
      at = end + 1;
    }
  }

  /** Index of the line break behind `from`, or of the text's end; -1 where the line goes on in the next chunk. */
  private lineEnd(from: number, last: boolean): number {
    const found = this.text.indexOf(this.lineBreak, from);
    return found === -1 && last ? this.text.length : found;
  }

  private plain(from: number, to: number): string {
    return this.text.slice(from, to > from && this.text[to - 1] === '\r' ? to - 1 : to);
  }

  private nextQuote(): number {
    if (this.quote < this.at) {
      const found = this.text.indexOf('"', this.at);
      this.quote = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return this.quote;
  }

  private goTo(end: number): void {
    const { text, lineBreak } = this;
    for (
      let at = text.indexOf(lineBreak, this.at);
      at !== -1 && at < end;
      at = text.indexOf(lineBreak, at + 1)
    )
      this.line++;
    this.at = Math.min(end, text.length);
  }

  /** Goes to the next line; false where it is not there yet. */
  private skip(): boolean {
    const end = this.text.indexOf(this.lineBreak, this.at);
    this.goTo(end === -1 ? this.text.length : end + 1);
    this.skipping = end === -1;
    return !this.skipping;
  }
}
