import type { Locale } from '../../settings.ts';
import { FIDELITY_SIGNS, VERDICT_SIGNS } from '../labels.ts';
import type { Inline, Label, Line, Look } from '../model/inline.ts';
import { idAttribute, langAttribute } from './attributes.ts';
import { type Content, html, type Markup } from './markup.ts';

/** What is the same for every piece of a page. */
export interface Page {
  locale: Locale;
  /** Of the second words of a label; null: there are none. */
  otherLocale: Locale | null;
}

export function lineOf(page: Page, line: Line): Markup[] {
  return line.map((piece) => inline(page, piece));
}

/** The main words, and the others quieter behind them. */
export function labelOf({ otherLocale }: Page, { main, other }: Label): Markup {
  return other === null || otherLocale === null
    ? html`${main}`
    : html`${main} <span class="other" lang="${otherLocale}">${other}</span>`;
}

function inline(page: Page, piece: Inline): Markup {
  switch (piece.kind) {
    case 'label':
      return looking(piece, labelOf(page, piece.label));
    case 'literal':
      return looking(piece, html`${piece.text}`);
    case 'words':
      return looking(piece, html`<bdi${langAttribute(piece.lang)}>${piece.text}</bdi>`);
    case 'time':
      return looking(piece, time(piece.iso, piece.readable));
    case 'link': {
      // In print the address follows, unless the words are the address.
      const look = piece.bare ? null : html` class="out"`;
      return html`<a${look} href="${piece.href}" rel="noopener noreferrer">${lineOf(page, piece.words)}</a>`;
    }
    case 'jump':
      return html`<a href="#${piece.to}"${idAttribute(piece.id)}>${lineOf(page, piece.words)}</a>`;
    case 'verdict-sign':
      return html`<span class="sign ${piece.verdict}" aria-hidden="true">${VERDICT_SIGNS[piece.verdict]}</span>`;
    case 'fidelity':
      return html`<strong class="fidelity ${piece.fidelity}"><span aria-hidden="true">${FIDELITY_SIGNS[piece.fidelity]}</span> ${labelOf(page, piece.label)}</strong>`;
    case 'stance':
      return html`<span class="stance ${piece.stance}">${labelOf(page, piece.label)}</span>`;
    case 'chip':
      return html`<span class="chip ${piece.colour}"><bdi>${piece.text}</bdi></span>`;
    case 'tally':
      return html`<span class="${piece.verdict} tally">${VERDICT_SIGNS[piece.verdict]}${piece.count} <span class="quiet">${piece.label.main}</span></span>`;
    case 'footnote':
      return html`<sup class="footnote" id="${piece.id}"><a href="#${piece.to}">${piece.number}</a></sup>`;
    case 'citation':
      return html`<a class="citation" href="#${piece.to}">[${piece.number}]</a>`;
    default:
      return assertNever(piece);
  }
}

function time(iso: string, readable: string): Markup {
  const isDate = readable !== iso || /^\d{4}$/u.test(iso);
  return isDate ? html`<time datetime="${iso}">${readable}</time>` : html`<bdi>${iso}</bdi>`;
}

function looking({ bold, italic, quiet, code }: Look, words: Content): Markup {
  let made = html`${words}`;
  if (code) made = html`<code>${made}</code>`;
  if (italic) made = html`<em>${made}</em>`;
  if (bold) made = html`<strong>${made}</strong>`;
  return quiet ? html`<span class="quiet">${made}</span>` : made;
}

function assertNever(value: never): never {
  throw new Error(`not a piece of a line: ${JSON.stringify(value)}`);
}
