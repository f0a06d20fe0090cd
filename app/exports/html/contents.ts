import type { Contents, ContentsEntry } from '../model/block.ts';
import { labelOf, lineOf, type Page } from './inline.ts';
import { html, type Markup } from './markup.ts';

/** Parts of the report, and in them their stories or claims. */
export function* contents(page: Page, { id, title, entries }: Contents): Generator<Markup> {
  yield html`<nav class="contents" aria-labelledby="${id}"><h2 id="${id}">${labelOf(page, title)}</h2><ul>
`;
  let within: 0 | 1 | 2 = 0;
  for (const entry of entries) {
    if (entry.level === 1) {
      if (within === 2) yield html`</ol>`;
      if (within > 0)
        yield html`</li>
`;
    } else if (within !== 2)
      yield within === 1
        ? html`<ol>
`
        : html`<li><ol>
`;
    yield line(page, entry);
    within = entry.level;
  }
  if (within === 2) yield html`</ol>`;
  if (within > 0)
    yield html`</li>
`;
  yield html`</ul></nav>
`;
}

/** An entry of the second level ends here; one of the first may get others within. */
function line(page: Page, { to, level, number, line: words, after }: ContentsEntry): Markup {
  const link = html`<a href="#${to}">${lineOf(page, words)}</a>`;
  if (level === 1) return html`<li>${link}`;
  const value = number === null ? null : html` value="${number}"`;
  const behind = after.length === 0 ? null : html` <span class="after">${lineOf(page, after)}</span>`;
  return html`<li${value}>${link}${behind}</li>
`;
}
