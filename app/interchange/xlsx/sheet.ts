import { xmlAttribute } from '../../glossary/xml.ts';
import { UratoriError } from '../../problem.ts';
import { neutralised } from '../csv/cells.ts';
import type { Table } from '../csv/rows.ts';
import type { TableName } from '../csv/tables.ts';
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

/** Of columns, in digits of the font; text is as wide as it can be read. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{ text: 90, quote: 50, wording: 50, rationale: 60, memo: 40, comment: 50, suggestion: 40, title: 40 },
  ...{ original: 40, translation: 40, description: 50, url: 40, archive: 40, link: 40, reliability: 30 },
  ...{ 'meaning en': 50, 'meaning ja': 50, start: 9, end: 9, lang: 7, part: 12, colour: 10, kind: 16 },
};
const USUAL_WIDTH = 20;
/** Of rows whose text would push all else off the screen, in points. */
const HEIGHTS: Partial<Record<TableName, number>> = { stories: 90 };

/** Of `styles.xml`. */
const HEADER_STYLE = 1;

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
    yield `<col min="${at + 1}" max="${at + parts}" width="${WIDTHS[name] ?? USUAL_WIDTH}" style="0" customWidth="1"/>`;
    at += parts;
  }
  yield '</cols><sheetData>';
  yield row(1, headerOf(size), HEADER_STYLE, '');
  const height = HEIGHTS[table.name];
  const shape = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  let number = 1;
  for (const record of table.rows()) {
    number += 1;
    const cells = size.columns.flatMap(({ name, parts }) => {
      const written = partsOf(record[name] ?? '').map(neutralised);
      return [...written, ...Array<string>(parts - written.length).fill('')];
    });
    yield row(number, cells, 0, shape);
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

function row(number: number, cells: readonly string[], style: number, shape: string): string {
  const written = cells.map((text, index) => {
    const place = `r="${xmlAttribute(`${columnName(index)}${number}`)}" s="${style}"`;
    return text === ''
      ? `<c ${place}/>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
  });
  return `<row r="${number}"${shape}>${written.join('')}</row>`;
}
