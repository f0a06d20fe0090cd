import type { Reference } from '../model/block.ts';
import type { Label, Line } from '../model/inline.ts';
import { labelOf, lineOf, type Page } from './inline.ts';
import { html, type Markup } from './markup.ts';

/** The sources that evidence cites, one after the other. */
export function* references(page: Page, all: Iterable<Reference>): Generator<Markup> {
  yield html`<ol class="references">
`;
  for (const each of all) yield reference(page, each);
  yield html`</ol>
`;
}

function reference(page: Page, { number, id, line, facts, cited, backTo, more }: Reference): Markup {
  const back = backTo.map(({ number, to }) => html` <a href="#${to}">${number}</a>`);
  return html`<li id="${id}" value="${number}"><p>${lineOf(page, line)}</p><dl>${byName(facts).map(
    ({ name, lines }) =>
      html`<div><dt>${labelOf(page, name)}</dt>${lines.map((value) => html`<dd>${lineOf(page, value)}</dd>`)}</div>`,
  )}<div class="cited"><dt>${labelOf(page, cited)}</dt><dd>${back}${moreOf(page, more)}</dd></div></dl></li>
`;
}

function moreOf(page: Page, more: Label | null): Markup | null {
  return more && html` ${labelOf(page, more)}`;
}

/** Several archived copies stand under one name. */
function byName(facts: Reference['facts']): { name: Label; lines: Line[] }[] {
  const groups: { name: Label; lines: Line[] }[] = [];
  for (const { name, line } of facts) {
    const last = groups.at(-1);
    if (last && last.name.main === name.main) last.lines.push(line);
    else groups.push({ name, lines: [line] });
  }
  return groups;
}
