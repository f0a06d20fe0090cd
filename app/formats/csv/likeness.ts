import { type CsvLook, lookAtCsv } from './dialect.ts';
import { headerOf } from './header.ts';

const NAME = /\.(?:csv|tsv|tab)$/iu;
/** How JSON begins, markup, and what has comment lines in front, such as WebAnno's TSV. */
const OTHER = /^\s*[#{[<]/u;

/** How much a text is a table, from 0 to 1; less by content alone than with a table's name. */
export function tableLikeness(name: string, text: string, whole: boolean): number {
  if (text.trim() === '' || OTHER.test(text)) return 0;
  const look = lookAtCsv(text, whole);
  const named = NAME.test(name);
  if (look.columns < 2) return named ? 0.25 : 0;
  if (named) return look.regular > 0.6 ? 0.6 : 0.3;
  return isTable(look) ? 0.45 : 0;
}

/** Strict: prose has commas as well, but not equally many in each line, nor without blanks behind them. */
function isTable({ rows, columns, regular, dialect }: CsvLook): boolean {
  if (rows.length < 3 || regular < 0.95 || headerOf(rows) === null) return false;
  if (dialect.delimiter === '\t') return true;
  const inner = rows.flatMap((cells) => cells.slice(1, columns));
  return inner.filter((cell) => /^\s/u.test(cell)).length < inner.length * 0.05;
}
