import type { Figure } from '../model/block.ts';
import { drawn } from './chart/draw.ts';
import { labelOf, type Page } from './inline.ts';
import { html, type Markup } from './markup.ts';
import { table } from './table.ts';

/** A drawing with its numbers as a table: folded where the drawing shows them all. */
export async function* figure(page: Page, block: Figure): AsyncGenerator<Markup> {
  const { id, title, chart, folded, tableLabel } = block;
  yield html`<figure class="figure" id="${id}"><figcaption>${labelOf(page, title)}</figcaption>
<div class="drawing" role="group" tabindex="0" aria-labelledby="${id}-name">${drawn(page, id, title, chart)}</div>
`;
  if (folded) yield html`<details class="numbers"><summary>${labelOf(page, tableLabel)}</summary>`;
  yield* table(page, block.table);
  if (folded) yield html`</details>`;
  yield html`</figure>\n`;
}
