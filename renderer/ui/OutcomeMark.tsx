import type { Outcome } from '../../app/rating-scale.ts';

/** `unrated`: nobody has rated the claim yet. */
export type MarkedOutcome = Outcome | 'unrated';

const SIGNS: Record<MarkedOutcome, string> = {
  verified: '✓',
  disputed: '✕',
  unresolved: '?',
  'out-of-scope': '–',
  unrated: '○',
};

/** A verdict at a glance, by colour and by sign. The words stand beside it or in `label`. */
export function OutcomeMark({ outcome, label }: { outcome: MarkedOutcome; label?: string }) {
  return (
    <span
      className="outcome-mark"
      data-outcome={outcome}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
    >
      {SIGNS[outcome]}
    </span>
  );
}
