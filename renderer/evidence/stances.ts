import type { Stance } from '../../app/evidence.ts';
import type { MessageKey } from '../i18n/messages.ts';

export const STANCE_LABELS: Record<Stance, MessageKey> = {
  supports: 'evidence.stance.supports',
  refutes: 'evidence.stance.refutes',
  context: 'evidence.stance.context',
};
