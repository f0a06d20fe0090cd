/**
 * What makes a spreadsheet take a cell for a formula (https://owasp.org/www-community/attacks/CSV_Injection), in full
 * width as well, as spreadsheets in Japanese have it.
 */
const FORMULA = /^'*[\s\ufeff]*[=+\-@|＝＋－＠\t\r\n]/u;
const NEUTRALISED = /^'+[\s\ufeff]*[=+\-@|＝＋－＠\t\r\n]/u;

/** A cell that is text to every spreadsheet: an apostrophe before what might be a formula, and before one that has some. */
export function neutralised(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes back what `neutralised` did, whatever the cell was. */
export function restored(cell: string): string {
  return NEUTRALISED.test(cell) ? cell.slice(1) : cell;
}
