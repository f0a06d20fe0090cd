import type { Review, ReviewStep } from '../../review.ts';
import type { RatingMark, Verdict } from '../../verdict.ts';
import type { Report } from '../report.ts';
import { html, isolated, type Markup } from './markup.ts';
import { time } from './words.ts';

/** How a claim came to its rating, the oldest first. */
export function verdictHistory(report: Report, verdicts: readonly Verdict[]): Markup {
  const { translate, locale } = report;
  const name = (mark: RatingMark | null) => mark?.label[locale] ?? translate('outcome.unrated');
  const lines = verdicts.map(
    (verdict) =>
      html`<li>${name(verdict.from)} → <strong>${name(verdict.to)}</strong> ${signed(report, verdict)}</li>`,
  );
  return html`<ol class="history">${lines}</ol>`;
}

/** Who put a story into its state, when and why, and the states before it, the newest of them first. */
export function reviewLines(report: Report, review: Review): Markup {
  const { translate } = report;
  const state = (step: ReviewStep) => html`${translate(`review.${step.state}`)} · ${signed(report, step)}`;
  const past = review.past.toReversed();
  return html`<p class="review ${review.state}">${translate('review')}: ${state(review)}</p>${
    past.length === 0
      ? null
      : html`<ol class="history" aria-label="${translate('review.past')}">${past.map((step) => html`<li>${state(step)}</li>`)}</ol>`
  }`;
}

function signed(report: Report, { by, at, why }: Pick<Verdict, 'by' | 'at' | 'why'>): Markup {
  const who = isolated(by.trim() === '' ? report.translate('nobody') : by);
  return html`<span class="quiet">${who} · ${time(at, report)}</span>${why.trim() === '' ? null : html` <span class="why" dir="auto">${why}</span>`}`;
}
