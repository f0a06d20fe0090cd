import type { Column, Row, Table } from '../model/block.ts';
import type { Line } from '../model/inline.ts';
import { plainLabel } from '../model/voice.ts';
import { idAttribute } from './attributes.ts';
import { lineOf, type Page } from './inline.ts';
import { cellContent } from './inner.ts';
import { html, type Markup } from './markup.ts';

/** A table, row by row. Where the window is narrow it is scrolled by itself, also with the keyboard. */
export async function* table(
  page: Page,
  { role, caption, columns, captionHidden, rows, foot }: Table,
): AsyncGenerator<Markup> {
  const hidden = captionHidden ? html` class="unseen"` : null;
  yield html`<div class="wide" role="group" tabindex="0" aria-label="${plainLine(caption)}"><table class="${role}"><caption${hidden}>${lineOf(page, caption)}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${column.role === 'count' ? html` class="count"` : null}>${lineOf(page, column.head)}</th>`)}</tr></thead>
<tbody>`;
  for await (const row of rows) yield tableRow(page, columns, row);
  yield html`</tbody>${
    foot
      ? html`
<tfoot>${tableRow(page, columns, foot)}</tfoot>`
      : null
  }</table></div>
`;
}

function tableRow(page: Page, columns: readonly Column[], { id, cells }: Row): Markup {
  return html`<tr${idAttribute(id)}>${cells.map((cell, index) => {
    const content = cellContent(page, cell);
    switch (columns[index]?.role) {
      case 'name':
        return html`<th scope="row">${content}</th>`;
      case 'count': {
        const zero = cell.kind === 'line' && cell.line.length === 1 && isZero(cell.line[0]) ? ' zero' : '';
        return html`<td class="count${zero}">${content}</td>`;
      }
      default:
        return html`<td>${content}</td>`;
    }
  })}</tr>
`;
}

function isZero(piece: Line[number] | undefined): boolean {
  return piece?.kind === 'literal' && piece.text === '0';
}

function plainLine(line: Line): string {
  return line
    .map((piece) => (piece.kind === 'label' ? plainLabel(piece.label) : 'text' in piece ? piece.text : ''))
    .join('');
}
