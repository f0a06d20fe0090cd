import type { Project } from '../project.ts';
import type { StoryKey } from '../story.ts';
import type { Dismissal } from '../suggest/dismissal.ts';
import type { Appliers } from './applied.ts';
import { known, mustBeNew } from './checks.ts';

export const suggestions: Appliers<'suggestion.dismiss' | 'suggestion.restore' | 'suggestion.switchRule'> = {
  'suggestion.dismiss'(project, { storyKey, dismissal }) {
    known(project.stories.get(storyKey), 'story', storyKey);
    const sentences = project.dismissedSuggestions.get(storyKey)?.sentences ?? [];
    mustBeNew(
      sentences.some(({ id }) => id === dismissal.id),
      'dismissal',
      dismissal.id,
    );
    const all = [...sentences, dismissal].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      project: withDismissals(project, storyKey, all),
      inverse: { type: 'suggestion.restore', storyKey, dismissalId: dismissal.id },
    };
  },

  'suggestion.restore'(project, { storyKey, dismissalId }) {
    const sentences = project.dismissedSuggestions.get(storyKey)?.sentences ?? [];
    const dismissal = known(
      sentences.find(({ id }) => id === dismissalId),
      'dismissal',
      dismissalId,
    );
    const others = sentences.filter((sentence) => sentence !== dismissal);
    return {
      project: withDismissals(project, storyKey, others),
      inverse: { type: 'suggestion.dismiss', storyKey, dismissal },
    };
  },

  'suggestion.switchRule'(project, { ruleId, on }) {
    const off = project.suggestionRulesOff;
    const others = off.filter((id) => id !== ruleId);
    return {
      project: { ...project, suggestionRulesOff: on ? others : [...others, ruleId].sort() },
      inverse: { type: 'suggestion.switchRule', ruleId, on: !off.includes(ruleId) },
    };
  },
};

function withDismissals(project: Project, storyKey: StoryKey, sentences: Dismissal[]): Project {
  const { dismissedSuggestions } = project;
  return {
    ...project,
    dismissedSuggestions:
      sentences.length > 0
        ? dismissedSuggestions.set(storyKey, { storyKey, sentences })
        : dismissedSuggestions.delete(storyKey),
  };
}
