import { FIDELITY_SIGNS } from '../labels.ts';
import type { NumberedJudgement, PlacedAnchor } from '../marks.ts';
import type { Report } from '../report.ts';
import { quote } from './annotations.ts';
import { html, isolated, type Markup } from './markup.ts';
import { time } from './words.ts';

/** The translation review of one story: a row a judged pair, in the order of the original. */
export function judgements(report: Report, entries: readonly NumberedJudgement[]): Markup | null {
  if (entries.length === 0) return null;
  const { translate } = report;
  const title = translate('fidelity.title');
  const side = (anchor: PlacedAnchor | null, nothing: string) =>
    anchor ? quote(report, anchor) : html`<p class="quiet">${nothing}</p>`;
  const row = ({ number, judgement, original, translation }: NumberedJudgement) =>
    html`<tr><th scope="row" class="count">${number}</th><td>${side(original, translate('note.noOriginal'))}</td><td>${side(translation, translate('note.noTranslation'))}</td><td><strong class="fidelity ${judgement.fidelity}"><span aria-hidden="true">${FIDELITY_SIGNS[judgement.fidelity]}</span> ${translate(`fidelity.${judgement.fidelity}`)}</strong><p class="quiet">${isolated(judgement.by === '' ? translate('nobody') : judgement.by)} · ${time(judgement.at, report)}</p>${judgement.comment.trim() === '' ? null : html`<p class="judgement-comment" dir="auto">${judgement.comment}</p>`}</td></tr>`;
  return html`<section class="review-table"><h4>${title}</h4>
<p class="quiet">${translate('fidelity.what')}</p>
<div class="wide" role="group" tabindex="0" aria-label="${title}"><table><thead><tr><th scope="col" class="count">${translate('fidelity.pair')}</th><th scope="col">${translate('note.original')}</th><th scope="col">${translate('note.translation')}</th><th scope="col">${translate('fidelity')}</th></tr></thead><tbody>${entries.map(row)}</tbody></table></div>
</section>`;
}
