import { isFilled } from '../../app/evidence.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { InspectorTab } from '../store/state.ts';
import type { AnnotatedStory } from './story-annotations.ts';

export const TAB_LABELS: Record<InspectorTab, MessageKey> = {
  claims: 'inspector.tab.claims',
  tags: 'inspector.tab.tags',
  translation: 'inspector.tab.translation',
  evidence: 'inspector.tab.evidence',
  history: 'inspector.tab.history',
};

/** How many there are of what a tab shows. History is counted by nobody: it is no part of the project. */
export function tabCounts({
  claims,
  taggings,
  notes,
  judgements,
}: AnnotatedStory): Record<InspectorTab, number> {
  return {
    claims: claims.length,
    tags: taggings.length,
    translation: notes.length + judgements.length,
    evidence: claims.reduce((sum, claim) => sum + claim.evidence.filter(isFilled).length, 0),
    history: 0,
  };
}
