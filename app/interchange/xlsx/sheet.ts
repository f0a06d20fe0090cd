import { UratoriError } from '../../problem.ts';
import { neutralised } from '../csv/cells.ts';
import type { Table } from '../csv/rows.ts';
import { cellText, columnName, continued, partsOf } from './strings.ts';

/** How much a sheet takes: rows below the header, and how many columns each column of its table needs. */
export interface SheetSize {
  rows: number;
  columns: readonly { name: string; parts: number }[];
}

const MOST_ROWS = 1_048_575;

/** @throws UratoriError `write-failed` for more rows than a sheet has */
export function sizeOf({ name, columns, rows }: Table): SheetSize {
  const parts = new Map(columns.map((column) => [column, 1]));
  let count = 0;
  for (const row of rows()) {
    count += 1;
    for (const column of columns) {
      const text = row[column] ?? '';
      if (text.length > 0) parts.set(column, Math.max(parts.get(column) ?? 1, partsOf(text).length));
    }
  }
  if (count > MOST_ROWS)
    throw new UratoriError('write-failed', { path: name, detail: `a sheet holds ${MOST_ROWS} rows` });
  return { rows: count, columns: columns.map((column) => ({ name: column, parts: parts.get(column) ?? 1 })) };
}

/** The cells of a sheet, from the header's first to the last row's last. */
export function rangeOf(size: SheetSize): { last: string; lastRow: number } {
  const columns = size.columns.reduce((sum, { parts }) => sum + parts, 0);
  return { last: columnName(columns - 1), lastRow: size.rows + 1 };
}

/** Of columns whose words are read, in digits of the font: these wrap. */
const WORDS: Readonly<Record<string, number>> = {
  ...{ text: 90, quote: 50, wording: 50, rationale: 60, memo: 40, comment: 50, suggestion: 40, title: 40 },
  ...{ original: 40, translation: 40, description: 50, reliability: 30, 'meaning en': 50, 'meaning ja': 50 },
};
/** Of the others; ids are for programs, and cut off. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{
    url: 40,
    archive: 40,
    link: 40,
    at: 26,
    captured: 26,
    claimant: 20,
    by: 16,
    source: 20,
    publisher: 20,
  },
  ...{ 'tag name': 24, 'label en': 24, 'label ja': 20, start: 9, end: 9, lang: 7, colour: 10 },
};
const USUAL_WIDTH = 15;
/** Of a line, in points. */
const LINE = 15;
/** More lines of a row would push all else off the screen. */
const MOST_LINES = 6;

/** Of `styles.xml`: words, the header, all others. */
const STYLES = { words: 0, header: 1, plain: 2 } as const;

/** A sheet whose header is bold and stays in sight, with a filter; what does not fit a cell goes on in the next one. */
export function* sheetText(table: Table, size: SheetSize, isFirst: boolean): Generator<string> {
  const { last, lastRow } = rangeOf(size);
  const range = `A1:${last}${lastRow}`;
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  yield `<dimension ref="${range}"/>`;
  yield `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>`;
  yield '<sheetFormatPr defaultRowHeight="15"/><cols>';
  let at = 0;
  for (const { name, parts } of size.columns) {
    const width = WORDS[name] ?? WIDTHS[name] ?? USUAL_WIDTH;
    yield `<col min="${at + 1}" max="${at + parts}" width="${width}" style="${styleOf(name)}" customWidth="1"/>`;
    at += parts;
  }
  yield '</cols><sheetData>';
  yield row(
    1,
    headerOf(size).map((text) => ({ text, style: STYLES.header })),
    1,
  );
  let number = 1;
  for (const record of table.rows()) {
    number += 1;
    let lines = 1;
    const cells = size.columns.flatMap(({ name, parts }) => {
      const written = partsOf(record[name] ?? '').map(neutralised);
      for (const text of written) lines = Math.max(lines, linesOf(text, WORDS[name]));
      const style = styleOf(name);
      return Array.from({ length: parts }, (_, index) => ({ text: written[index] ?? '', style }));
    });
    yield row(number, cells, lines);
  }
  yield `</sheetData><autoFilter ref="${range}"/>`;
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
  yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
  // Excel marks figures that are text as a mistake; here they are none.
  yield `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>\n`;
}

/** `text`, then `text (2)` where it goes on. */
function headerOf({ columns }: SheetSize): string[] {
  return columns.flatMap(({ name, parts }) =>
    Array.from({ length: parts }, (_, index) => (index === 0 ? name : continued(name, index + 1))),
  );
}

function styleOf(column: string): number {
  return WORDS[column] === undefined ? STYLES.plain : STYLES.words;
}

/** How many lines a text takes, about: programs do not all make rows as high as their words by themselves. */
function linesOf(text: string, width: number | undefined): number {
  if (width === undefined) return 1;
  let lines = 0;
  for (const line of text.slice(0, width * MOST_LINES).split('\n')) {
    const wide = line.match(/[\u1100-\u11ff\u2e80-\uffdc]/gu)?.length ?? 0;
    lines += Math.max(1, Math.ceil((line.length + wide) / width));
  }
  return Math.min(lines, MOST_LINES);
}

function row(number: number, cells: readonly { text: string; style: number }[], lines: number): string {
  const written = cells.map(({ text, style }, index) => {
    const place = `r="${columnName(index)}${number}" s="${style}"`;
    return text === ''
      ? `<c ${place}/>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
  });
  return `<row r="${number}" ht="${lines * LINE + 3}" customHeight="1">${written.join('')}</row>`;
}
