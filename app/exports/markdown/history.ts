import type { Review, ReviewStep } from '../../review.ts';
import type { RatingMark, Verdict } from '../../verdict.ts';
import type { Report } from '../report.ts';
import { escapeLine } from './escape.ts';
import { date } from './words.ts';

/** How a claim came to its rating, the oldest first. */
export function verdictHistory(report: Report, verdicts: readonly Verdict[]): string {
  const name = (mark: RatingMark | null) =>
    escapeLine(mark?.label[report.locale] ?? report.translate('outcome.unrated'));
  return verdicts
    .map((verdict) => `  - ${name(verdict.from)} → ${name(verdict.to)} · ${signed(report, verdict)}\n`)
    .join('');
}

/** Who put a story into its state, when and why, and the states before it, the newest of them first. */
export function reviewLines(report: Report, review: Review): string {
  const { translate } = report;
  const state = (step: ReviewStep) => `${translate(`review.${step.state}`)} · ${signed(report, step)}`;
  const past = review.past.toReversed().map((step) => `\n  - ${state(step)}`);
  return `- ${translate('review')}: ${state(review)}${past.join('')}`;
}

function signed(report: Report, { by, at, why }: Pick<Verdict, 'by' | 'at' | 'why'>): string {
  const who = by.trim() === '' ? report.translate('nobody') : escapeLine(by);
  return `${who} · ${date(at, report)}${why.trim() === '' ? '' : ` · ${escapeLine(why)}`}`;
}
