import type { Row, Table } from '../model/block.ts';
import { lineOf } from './inline.ts';
import { cellContent } from './inner.ts';
import { RULE } from './look.ts';
import type { Package } from './package.ts';
import { paragraph } from './paragraph.ts';
import { escaped } from './xml.ts';

/** Of the text on an A4 page, in twips. */
export const TEXT_WIDTH = 9638;

/** A table with its head on each page. Row by row: there may be very many. */
export async function* table(pack: Package, block: Table): AsyncGenerator<string> {
  const { caption, captionHidden, columns, rows, foot } = block;
  const widths = columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / 100));
  if (!captionHidden) yield paragraph('Caption', lineOf(pack, caption), { keepNext: true });
  const said = plain(lineOf(pack, caption));
  yield `<w:tbl><w:tblPr><w:tblStyle w:val="UratoriTable"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0${foot ? '6' : '2'}A0" w:firstRow="1" w:lastRow="${foot ? 1 : 0}" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${escaped(said)}"/></w:tblPr>${grid(widths)}`;
  const cells = (row: Row, style: string) =>
    row.cells
      .map((each, index) => {
        const role = columns[index]?.role;
        const align = role === 'count' ? 'end' : undefined;
        const content = cellContent(pack, each, style, align);
        const words = index === 0 && row.id ? withBookmark(pack, row.id, content) : content;
        return cell(widths[index] ?? 0, words);
      })
      .join('');
  const head = columns
    .map(({ head, role }, index) =>
      cell(
        widths[index] ?? 0,
        paragraph('TableHead', lineOf(pack, head), role === 'count' ? { align: 'end' } : {}),
      ),
    )
    .join('');
  yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>`;
  for await (const row of rows) yield `<w:tr>${cells(row, 'TableText')}</w:tr>`;
  if (foot) yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(foot, 'TableText')}</w:tr>`;
  // Tables that follow one another would become one.
  yield `</w:tbl>${paragraph('AfterTable', '')}`;
}

/** Things beside one another, without lines. Widths in percent; `side` is the colour of a line before them. */
export function layoutTable(
  percents: readonly number[],
  rows: readonly (readonly string[])[],
  side?: string,
): string {
  const widths = percents.map((percent) => Math.round((TEXT_WIDTH * percent) / 100));
  const border = side
    ? `<w:tblBorders><w:left w:val="single" w:sz="24" w:space="0" w:color="${side}"/></w:tblBorders>`
    : '';
  const body = rows
    .map((cells) => `<w:tr>${cells.map((words, index) => cell(widths[index] ?? 0, words)).join('')}</w:tr>`)
    .join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="UratoriLayout"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/>${border}<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>${grid(widths)}${body}</w:tbl>${paragraph('AfterTable', '')}`;
}

export function grid(widths: readonly number[]): string {
  return `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
}

/** A cell ends with a paragraph, or Word calls the file broken. */
export function cell(width: number, content: string, more = ''): string {
  const whole = content.endsWith('</w:p>') ? content : `${content}<w:p/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}</w:tcPr>${whole}</w:tc>`;
}

function withBookmark(pack: Package, id: string, content: string): string {
  const at = content.indexOf('</w:p>');
  const mark = pack.bookmark(id);
  return at < 0 ? `<w:p>${mark}</w:p>${content}` : `${content.slice(0, at)}${mark}${content.slice(at)}`;
}

/** The words of runs, for where there may be no runs. */
function plain(runs: string): string {
  const words = [...runs.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/gu)]
    .map(([, text]) => text)
    .join('');
  return words
    .replace(/&quot;/gu, '"')
    .replace(/&gt;/gu, '>')
    .replace(/&lt;/gu, '<')
    .replace(/&amp;/gu, '&');
}

export const LINES = `<w:top w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/>`;
