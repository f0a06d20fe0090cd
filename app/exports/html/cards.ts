import { VERDICT_SIGNS } from '../labels.ts';
import type { ClaimCard, Level, NoteCard, Side } from '../model/block.ts';
import { langAttribute } from './attributes.ts';
import { labelOf, lineOf, type Page } from './inline.ts';
import { factOf, innerBlocks } from './inner.ts';
import { type Content, html, type Markup } from './markup.ts';

/** A heading of a level that is only known when it is written. */
export function heading(level: Level, attributes: Content, words: Content): Markup {
  switch (level) {
    case 2:
      return html`<h2${attributes}>${words}</h2>`;
    case 3:
      return html`<h3${attributes}>${words}</h3>`;
    case 4:
      return html`<h4${attributes}>${words}</h4>`;
    case 5:
      return html`<h5${attributes}>${words}</h5>`;
    default:
      return assertNever(level);
  }
}

export function claimCard(page: Page, card: ClaimCard): Markup {
  const { id, level, size, name, wording, lang, verdict, rating, outcome, footnotes } = card;
  const words = html`<bdi${langAttribute(lang)}>${wording}</bdi>`;
  const title =
    size === 'page'
      ? html`<p class="kicker">${lineOf(page, name)}</p>${heading(level, null, words)}`
      : heading(level, null, html`<span class="number">${lineOf(page, name)}</span> ${words}`);
  return html`<section class="${size} claim ${verdict}" id="${id}">
${title}
<p class="verdict"><span class="sign ${verdict}" aria-hidden="true">${VERDICT_SIGNS[verdict]}</span> <strong>${labelOf(page, rating)}</strong>${
    outcome ? html` <span class="quiet">· ${labelOf(page, outcome)}</span>` : null
  }${footnotes.length === 0 ? null : html` <span class="footnotes">${lineOf(page, footnotes)}</span>`}</p>
<dl>${card.facts.map((fact) => factOf(page, fact))}</dl>
</section>
`;
}

export function noteCard(page: Page, card: NoteCard): Markup {
  const side = ({ label, blocks }: Side) =>
    html`<div><p class="label">${labelOf(page, label)}</p>${innerBlocks(page, blocks)}</div>`;
  const title = heading(
    card.level,
    null,
    html`<span class="number">${lineOf(page, card.name)}</span> ${labelOf(page, card.label)}`,
  );
  return html`<section class="card note" id="${card.id}">
${title}
<div class="sides">${side(card.original)}${side(card.translation)}</div>
${card.facts.length === 0 ? null : html`<dl>${card.facts.map((fact) => factOf(page, fact))}</dl>`}
</section>
`;
}

function assertNever(value: never): never {
  throw new Error(`not a level: ${JSON.stringify(value)}`);
}
