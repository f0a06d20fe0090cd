import type { Block, Inline, RichText } from '../../rich-text.ts';
import { safeLink } from '../links.ts';
import { html, type Markup } from './markup.ts';

/** What people wrote, with its looks. */
export function richText(rich: RichText): Markup {
  return html`<div class="rich" dir="auto">${rich.map(block)}</div>`;
}

function block(value: Block): Markup {
  switch (value.kind) {
    case 'paragraph':
      return html`<p>${value.children.map(inline)}</p>`;
    case 'quote':
      return html`<blockquote>${value.children.map(inline)}</blockquote>`;
    case 'list': {
      const items = value.items.map((item) => html`<li>${item.map(inline)}</li>`);
      return value.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    default:
      return assertNever(value);
  }
}

function inline({ text, bold, italic, href }: Inline): Markup {
  let words = html`${text}`;
  if (italic) words = html`<em>${words}</em>`;
  if (bold) words = html`<strong>${words}</strong>`;
  const to = href === undefined ? null : safeLink(href);
  return to === null ? words : html`<a class="out" href="${to}" rel="noopener noreferrer">${words}</a>`;
}

function assertNever(value: never): never {
  throw new Error(`not a block: ${JSON.stringify(value)}`);
}
