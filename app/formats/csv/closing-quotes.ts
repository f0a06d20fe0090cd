import type { CsvDialect } from './dialect.ts';

/** So far a closing quote is looked for, in UTF-16 units. */
const PATIENCE = 1 << 22;
const LEAST_PATIENCE = 1 << 12;

/** Finds the quotes that close cells. */
export class ClosingQuotes {
  private readonly delimiter: string;
  private readonly lineBreak: string;
  /** Less after each search in vain, so that a file full of lone quotes does not take for ever. */
  private patience = PATIENCE;

  constructor({ delimiter, lineBreak }: CsvDialect) {
    this.delimiter = delimiter;
    this.lineBreak = lineBreak;
  }

  /**
   * The quote that closes the cell which the one at `open` opens, and where the cell ends. A quote that neither is
   * doubled nor stands at a cell's end is text, unless it begins a cell some lines on: then the one at `open` is a lone
   * one (`broken`).
   * @param last nothing follows `text`
   */
  find(text: string, open: number, last: boolean): { quote: number; end: number } | 'more' | 'broken' {
    const lineEnd = text.indexOf(this.lineBreak, open);
    for (let from = open + 1; ; ) {
      const quote = text.indexOf('"', from);
      if ((quote === -1 ? text.length : quote) - open > this.patience || (quote === -1 && last)) {
        this.patience = Math.max(LEAST_PATIENCE, this.patience / 2);
        return 'broken';
      }
      if (quote === -1) return 'more';
      let end = quote + 1;
      if (text[end] === '"') {
        from = end + 1;
        continue;
      }
      while (text[end] === ' ') end++;
      if (end + 1 >= text.length && !last) return 'more';
      if (text.startsWith('\r\n', end) || this.endsCell(text[end])) {
        this.patience = Math.min(PATIENCE, this.patience * 2);
        return { quote, end };
      }
      if (lineEnd !== -1 && lineEnd < quote && this.endsCell(text[quote - 1])) return 'broken';
      from = quote + 1;
    }
  }

  /** True for what may stand behind a cell, or in front of the next one. */
  private endsCell(sign: string | undefined): boolean {
    return sign === undefined || sign === this.delimiter || sign === this.lineBreak;
  }
}
