import type { Masthead } from '../model/block.ts';
import { labelOf, lineOf, type Page } from './inline.ts';
import { html, type Markup } from './markup.ts';

export function masthead(page: Page, block: Masthead): Markup {
  const { kicker, title, author, authorLabel, logo, lines, introduction } = block;
  return html`<header class="masthead">
${logo ? html`<img class="logo" src="data:${logo.type};base64,${logo.base64}" alt="">\n` : null}<p class="kicker">${labelOf(page, kicker)}</p>
<h1><bdi>${title}</bdi></h1>
${author === '' ? null : html`<p class="author"><span class="quiet">${labelOf(page, authorLabel)}</span> <bdi>${author}</bdi></p>\n`}${lines.map((line) => html`<p class="meta">${lineOf(page, line)}</p>\n`)}${
  introduction.length === 0
    ? null
    : html`<div class="introduction">${introduction.map((words) => html`<p dir="auto">${words}</p>`)}</div>\n`
}</header>
`;
}
