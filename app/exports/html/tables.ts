import { REVIEW_STATES } from '../../review.ts';
import type { Tag } from '../../tag.ts';
import { FIDELITIES } from '../../translation/judgement.ts';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import { FIDELITY_SIGNS } from '../labels.ts';
import type { Report } from '../report.ts';
import { type Summary, VERDICTS, type Verdict } from '../summary.ts';
import { tagChip } from './annotations.ts';
import { type Content, html, type Markup } from './markup.ts';
import { addressLink, sourceName, verdictSign } from './words.ts';

export function summarySection(report: Report, summary: Summary): Markup {
  const { translate } = report;
  return html`<section class="summary" aria-labelledby="summary"><h2 id="summary">${translate('summary')}</h2>
${verdictTable(report, summary)}
${sourceTable(report, summary)}
<div class="small-tables">${plainTable(
    translate('summary.reviews'),
    translate('review'),
    translate('stories'),
    REVIEW_STATES.map((state) => [translate(`review.${state}`), summary.reviews[state]]),
  )}${
    summary.notes === 0
      ? null
      : plainTable(
          translate('summary.notes'),
          translate('notes'),
          translate('total'),
          TRANSLATION_NOTE_KINDS.flatMap((kind) =>
            summary.noteKinds[kind] === 0
              ? []
              : [[translate(`note.${kind}`), summary.noteKinds[kind]] as const],
          ),
        )
  }${
    summary.judgements === 0
      ? null
      : plainTable(
          translate('fidelity.title'),
          translate('fidelity'),
          translate('fidelity.pairs'),
          FIDELITIES.map((fidelity) => [
            `${FIDELITY_SIGNS[fidelity]} ${translate(`fidelity.${fidelity}`)}`,
            summary.fidelities[fidelity],
          ]),
        )
  }</div>
</section>
`;
}

function verdictTable(report: Report, summary: Summary): Markup {
  const { translate, locale } = report;
  const most = Math.max(1, summary.verdicts.unrated, ...summary.ratings.map((entry) => entry.claims));
  const row = (label: string, verdict: Verdict, claims: number) =>
    html`<tr><th scope="row"><bdi>${label}</bdi></th><td>${verdictSign(verdict)} ${translate(`outcome.${verdict}`)}</td><td class="count">${claims}</td><td class="bar" aria-hidden="true"><span class="${verdict}" style="inline-size:${Math.round((claims * 1000) / most) / 10}%"></span></td></tr>`;
  return html`<div class="wide" role="group" tabindex="0" aria-label="${translate('summary.verdicts')}"><table class="verdicts"><caption>${translate('summary.verdicts')}</caption>
<thead><tr><th scope="col">${translate('rating')}</th><th scope="col">${translate('outcome')}</th><th scope="col" class="count">${translate('claims')}</th><td class="bar"></td></tr></thead>
<tbody>${summary.ratings.map(({ rating, claims }) => row(rating.label[locale], rating.outcome, claims))}${
    summary.verdicts.unrated === 0
      ? null
      : row(translate('outcome.unrated'), 'unrated', summary.verdicts.unrated)
  }</tbody>
<tfoot><tr><th scope="row">${translate('total')}</th><td></td><td class="count">${summary.claims}</td><td class="bar"></td></tr></tfoot></table></div>`;
}

function sourceTable(report: Report, summary: Summary): Markup {
  const { translate } = report;
  const count = (value: number) => html`<td class="count${value === 0 ? ' zero' : ''}">${value}</td>`;
  const row = (
    name: Content,
    counts: { stories: number; claims: number; notes: number; verdicts: Record<Verdict, number> },
  ) =>
    html`<tr><th scope="row">${name}</th>${count(counts.stories)}${count(counts.claims)}${VERDICTS.map((verdict) => count(counts.verdicts[verdict]))}${count(counts.notes)}</tr>`;
  return html`<div class="wide" role="group" tabindex="0" aria-label="${translate('summary.sources')}"><table class="sources"><caption>${translate('summary.sources')}</caption>
<thead><tr><th scope="col">${translate('source')}</th><th scope="col" class="count">${translate('stories')}</th><th scope="col" class="count">${translate('claims')}</th>${VERDICTS.map(
    (verdict) =>
      html`<th scope="col" class="count">${verdictSign(verdict)} ${translate(`outcome.${verdict}`)}</th>`,
  )}<th scope="col" class="count">${translate('notes')}</th></tr></thead>
<tbody>${summary.sources.map((entry) => row(sourceName(entry.source, report), entry))}</tbody>
<tfoot>${row(translate('total'), summary)}</tfoot></table></div>`;
}

function plainTable(
  caption: string,
  name: string,
  value: string,
  rows: readonly (readonly [string, number])[],
): Markup {
  return html`<table><caption>${caption}</caption><thead><tr><th scope="col">${name}</th><th scope="col" class="count">${value}</th></tr></thead><tbody>${rows.map(
    ([label, count]) =>
      html`<tr><th scope="row">${label}</th><td class="count${count === 0 ? ' zero' : ''}">${count}</td></tr>`,
  )}</tbody></table>`;
}

export function scaleSection(report: Report): Markup {
  const { translate, locale, project } = report;
  const { scale } = project;
  const rows = scale.ratings.map(
    (rating) =>
      html`<tr><th scope="row"><bdi>${rating.label[locale]}</bdi></th><td>${verdictSign(rating.outcome)} ${translate(`outcome.${rating.outcome}`)}</td><td><bdi>${rating.meaning[locale]}</bdi></td></tr>`,
  );
  const credit = scale.credit
    ? html`<p class="credit"><span class="quiet">${translate('scale.credit')}:</span> <bdi>${scale.credit.text[locale]}</bdi> ${scale.credit.url === '' ? null : addressLink(scale.credit.url)}</p>`
    : null;
  return html`<section class="scale" aria-labelledby="scale"><h2 id="scale">${translate('scale')}</h2>
<div class="wide" role="group" tabindex="0" aria-label="${translate('scale')}"><table><caption><bdi>${scale.name[locale]}</bdi></caption><thead><tr><th scope="col">${translate('rating')}</th><th scope="col">${translate('outcome')}</th><th scope="col">${translate('meaning')}</th></tr></thead><tbody>${rows}</tbody></table></div>${credit}
</section>
`;
}

function examples({ examples: words }: Tag, label: string): Markup | null {
  if (words.length === 0) return null;
  return html`<p class="quiet">${label}</p><ul class="examples">${words.map((example) => html`<li><bdi>${example}</bdi></li>`)}</ul>`;
}

/** Null where the project has no tags. */
export function codebookSection(report: Report, summary: Summary): Markup | null {
  const { translate, project } = report;
  if (project.tags.size === 0) return null;
  const tags = [...project.tags.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = tags.map(
    (tag) =>
      html`<tr><th scope="row">${tagChip(report, tag.id)}</th><td><bdi>${tag.description}</bdi>${examples(tag, translate('tag.examples'))}</td><td class="count">${summary.tags.get(tag.id) ?? 0}</td></tr>`,
  );
  return html`<section class="codebook" aria-labelledby="codebook"><h2 id="codebook">${translate('codebook')}</h2>
<div class="wide" role="group" tabindex="0" aria-label="${translate('codebook')}"><table><thead><tr><th scope="col">${translate('tag')}</th><th scope="col">${translate('tag.description')}</th><th scope="col" class="count">${translate('tag.uses')}</th></tr></thead><tbody>${rows}</tbody></table></div>
</section>
`;
}
