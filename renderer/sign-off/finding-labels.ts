import type { SignOffRule } from '../../app/sign-off-rules.ts';
import type { MessageKey } from '../i18n/messages.ts';

/** What is missing, in a few words. */
export const FINDING_LABELS: Record<SignOffRule, MessageKey> = {
  verdict: 'signOff.lacks.verdict',
  evidence: 'signOff.lacks.evidence',
  rationale: 'signOff.lacks.rationale',
  archived: 'signOff.lacks.archived',
  secondPerson: 'signOff.lacks.secondPerson',
};
