import type { Claim } from '../../app/claim.ts';
import { claimFindings } from '../../app/sign-off.ts';
import { useTranslator } from '../i18n/context.ts';
import { FINDING_LABELS } from '../sign-off/finding-labels.ts';
import { useWorkspaceState } from '../store/context.ts';

/** What a verdict lacks by the rules of the project. That there is no verdict yet is said by the rating itself. */
export function ClaimFlags({ claim }: { claim: Claim }) {
  const { t } = useTranslator();
  const project = useWorkspaceState(({ open }) => open?.project);
  const findings = project ? claimFindings(project, claim).filter(({ rule }) => rule !== 'verdict') : [];
  return findings.map(({ rule, severity }) => (
    <span key={rule} className="claim-flag" data-severity={severity}>
      <span aria-hidden>⚑</span> {t(FINDING_LABELS[rule])}
    </span>
  ));
}
