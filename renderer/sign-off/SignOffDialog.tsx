import type { Claim } from '../../app/claim.ts';
import { type Finding, judgeOf, mayBeSignedOff, signOffFindings } from '../../app/sign-off.ts';
import type { SignOffRule } from '../../app/sign-off-rules.ts';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { keyOf, markReview } from '../store/annotating.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FINDING_LABELS } from './finding-labels.ts';
import { reviewStory } from './sign-off.ts';
import './sign-off.css';

/** What stands in the way of a sign-off, claim by claim, each the way to where it is put right. */
export function SignOffDialog() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  // Seen again when any of them changes.
  useWorkspaceState(({ open }) => open);
  useWorkspaceState(({ story }) => story);
  useWorkspaceState(({ settings }) => settings.reviewer);
  const desk = workspace.desk();
  if (!desk) return null;
  const { project, reviewer } = desk;
  const findings = signOffFindings(project, keyOf(desk), reviewer);
  const allowed = mayBeSignedOff(findings);
  const close = () => workspace.show(null);
  const sign = async () => {
    if (await workspace.execute(markReview(desk, 'signed-off'))) close();
  };
  const goTo = (claim: Claim, rule: SignOffRule) => {
    close();
    workspace.select({ kind: 'claim', id: claim.id });
    workspace.showTab(rule === 'evidence' || rule === 'archived' ? 'evidence' : 'claims');
    if (rule === 'rationale') workspace.state.update({ focusField: 'rationale' });
  };
  return (
    <Dialog
      title={t('signOff.title')}
      className="sign-off-dialog"
      onClose={close}
      footer={
        <>
          <button
            type="button"
            className="button"
            onClick={() =>
              workspace.show({ kind: 'reviewer', onNamed: () => void reviewStory(workspace, 'signed-off') })
            }
          >
            {t('signOff.other')}
          </button>
          <button type="button" className="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="button" className="button primary" disabled={!allowed} onClick={() => void sign()}>
            {t('signOff.anyway')}
          </button>
        </>
      }
    >
      <DialogProblems />
      <p>{t(allowed ? 'signOff.warned' : 'signOff.refused', { reviewer })}</p>
      <ul className="sign-off-claims">
        {byClaim(findings).map(([claimId, ofClaim]) => {
          const claim = project.claims.get(claimId);
          if (!claim) return null;
          return (
            <li key={claimId}>
              <p className="sign-off-wording">{claim.wording || claim.anchors[0]?.quote}</p>
              <ul>
                {ofClaim.map(({ rule, severity }, place) => (
                  <li key={rule}>
                    <button
                      ref={claimId === findings[0]?.claimId && place === 0 ? firstFocus : undefined}
                      type="button"
                      className="button quiet small"
                      data-severity={severity}
                      onClick={() => goTo(claim, rule)}
                    >
                      <span aria-hidden>{severity === 'refuse' ? '✕' : '⚑'}</span> {t(FINDING_LABELS[rule])}
                    </button>
                    {rule === 'secondPerson' ? (
                      <span className="faint">
                        {judgeOf(claim)?.trim()
                          ? t('signOff.given', { by: judgeOf(claim) ?? '' })
                          : t('signOff.unsigned')}
                      </span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <p className="dialog-hint">
        {t('signOff.rules.where')}{' '}
        <button
          type="button"
          className="button quiet small"
          onClick={() => workspace.show({ kind: 'settings', page: 'sign-off' })}
        >
          {t('signOff.rules.open')}
        </button>
      </p>
    </Dialog>
  );
}

function byClaim(findings: readonly Finding[]): [string, Finding[]][] {
  const claims = new Map<string, Finding[]>();
  for (const finding of findings)
    claims.set(finding.claimId, [...(claims.get(finding.claimId) ?? []), finding]);
  return [...claims];
}
