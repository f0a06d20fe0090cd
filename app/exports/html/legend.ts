import { VERDICT_SIGNS } from '../labels.ts';
import type { LegendRow } from '../model/block.ts';
import type { Label } from '../model/inline.ts';
import { labelOf, type Page } from './inline.ts';
import { html, type Markup } from './markup.ts';

export function legend(page: Page, rows: readonly LegendRow[]): Markup {
  return html`<ul class="marks">${rows.map((row) => html`<li>${rowOf(page, row)}</li>`)}</ul>
`;
}

function rowOf(page: Page, row: LegendRow): Markup {
  switch (row.kind) {
    case 'verdicts':
      return html`${labelOf(page, row.label)} ${row.verdicts.map(
        ({ verdict, label }) =>
          html`<span class="nowrap"><mark class="claim ${verdict} lane0"><span class="mark claim ${verdict}"><sup>${row.name}${VERDICT_SIGNS[verdict]}</sup></span>${label.main}</mark>${otherWords(page, label)}</span> `,
      )}`;
    case 'note':
    case 'tag': {
      const look = row.kind === 'tag' ? 'tag grey' : 'note';
      return html`<mark class="${look} lane0"><span class="mark ${look}"><sup>${row.name}</sup></span>${row.label.main}</mark>${otherWords(page, row.label)}`;
    }
    case 'moved':
      return html`<span class="mark"><sup>→</sup></span> ${labelOf(page, row.label)}`;
    default:
      return assertNever(row);
  }
}

function assertNever(value: never): never {
  throw new Error(`not a row of a legend: ${JSON.stringify(value)}`);
}

/** Behind a mark, which has the main words. */
function otherWords(page: Page, { other }: Label): Markup | null {
  return other === null ? null : html` <span class="other" lang="${page.otherLocale}">${other}</span>`;
}
