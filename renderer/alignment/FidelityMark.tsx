import type { Fidelity } from '../../app/translation/judgement.ts';

/** Signs of their own: those of verdicts are about truth. */
const SIGNS: Record<Fidelity | 'none', string> = {
  faithful: '=',
  partial: '≈',
  wrong: '≠',
  missing: '−',
  added: '+',
  none: '·',
};

/** How faithful a pair is at a glance, by sign and colour. The words stand beside it. */
export function FidelityMark({ fidelity }: { fidelity: Fidelity | null }) {
  return (
    <span className="fidelity-mark" data-fidelity={fidelity ?? 'none'} aria-hidden="true">
      {SIGNS[fidelity ?? 'none']}
    </span>
  );
}
