import type { Cell, Fact, Facts, Footnote, InnerBlock, List, Paragraph, Quote } from '../model/block.ts';
import { plainLabel } from '../model/voice.ts';
import { idAttribute, langAttribute } from './attributes.ts';
import { labelOf, lineOf, type Page } from './inline.ts';
import { type Content, html, type Markup } from './markup.ts';
import { richText } from './rich-text.ts';

export function innerBlocks(page: Page, blocks: readonly InnerBlock[]): Markup[] {
  return blocks.map((block) => innerBlock(page, block));
}

export function innerBlock(page: Page, block: InnerBlock): Markup {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(page, block);
    case 'rich':
      return richText(block.rich);
    case 'quote':
      return quote(page, block);
    case 'list':
      return list(page, block);
    case 'facts':
      return facts(page, block);
    case 'footnotes':
      return html`<ol class="evidence">${Array.from(block.notes, (note) => footnote(page, note))}</ol>`;
    default:
      return assertNever(block);
  }
}

function paragraph(page: Page, { role, line }: Paragraph): Markup {
  const words = lineOf(page, line);
  switch (role) {
    case 'plain':
      return html`<p>${words}</p>`;
    case 'suggestion':
      return html`<p class="suggestion" dir="auto">${words}</p>`;
    case 'byline':
    case 'review':
    case 'links':
    case 'notice':
    case 'quiet':
    case 'label':
    case 'verdict':
    case 'back':
      return html`<p class="${role}">${words}</p>`;
    default:
      return assertNever(role);
  }
}

function quote(page: Page, { lang, text, before, after, place }: Quote): Markup {
  const round = (words: string) => (words === '' ? null : html`<span class="around">${words}</span>`);
  const quoted: Content = before === '' && after === '' ? text : html`<strong>${text}</strong>`;
  return html`<blockquote class="quote" dir="auto"${langAttribute(lang)}>${round(before)}${quoted}${round(after)}</blockquote>${
    place ? html`<p class="place">${labelOf(page, place)}</p>` : null
  }`;
}

function list(page: Page, { style, name, items }: List): Markup {
  const called = name ? html` aria-label="${plainLabel(name)}"` : null;
  const entries = items.map(
    ({ id, line, blocks }) =>
      html`<li${idAttribute(id)}>${lineOf(page, line)}${innerBlocks(page, blocks)}</li>`,
  );
  return style === 'numbers' || style === 'history'
    ? html`<ol class="${style}"${called}>${entries}</ol>`
    : html`<ul class="${style}"${called}>${entries}</ul>`;
}

function facts(page: Page, block: Facts): Markup {
  return html`<dl class="facts">${block.facts.map((each) => factOf(page, each))}</dl>\n`;
}

/** A name and its values, within a `dl`. A lone line needs no paragraph. */
export function factOf(page: Page, { name, blocks }: Fact): Markup {
  return html`<div><dt>${labelOf(page, name)}</dt><dd>${innerOrLine(page, blocks)}</dd></div>`;
}

export function cellContent(page: Page, cell: Cell): Content {
  return cell.kind === 'line' ? lineOf(page, cell.line) : innerOrLine(page, cell.blocks);
}

function innerOrLine(page: Page, blocks: readonly InnerBlock[]): Content {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph' && only.role === 'plain'
    ? lineOf(page, only.line)
    : innerBlocks(page, blocks);
}

function footnote(page: Page, { number, id, backTo, line, blocks }: Footnote): Markup {
  const back = backTo
    ? html`\u00a0<a class="back-link" href="#${backTo}" aria-label="↩ ${number}">↩</a>`
    : null;
  return html`<li id="${id}" value="${number}">${lineOf(page, line)}${back}${innerBlocks(page, blocks)}</li>`;
}

function assertNever(value: never): never {
  throw new Error(`not a block: ${JSON.stringify(value)}`);
}
