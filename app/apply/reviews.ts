import { stepsOf } from '../review.ts';
import { mayBeSignedOff, signOffFindings } from '../sign-off.ts';
import type { Appliers } from './applied.ts';
import { known, refuse } from './checks.ts';

export const reviews: Appliers<'review.mark' | 'review.set'> = {
  'review.mark'(project, { storyKey, state, by, at, why }) {
    const story = known(project.stories.get(storyKey), 'story', storyKey);
    if (state === 'signed-off') {
      if (by.trim() === '') refuse('sign_off_unnamed', story.lead);
      if (!mayBeSignedOff(signOffFindings(project, storyKey, by))) refuse('sign_off_rules', story.lead);
    }
    const old = project.reviews.get(storyKey);
    const review = { storyKey, state, by, at, why, past: old ? stepsOf(old) : [] };
    return {
      project: { ...project, reviews: project.reviews.set(storyKey, review) },
      inverse: { type: 'review.set', storyKey, review: old ?? null },
    };
  },

  'review.set'(project, command) {
    known(project.stories.get(command.storyKey), 'story', command.storyKey);
    if (command.review && command.review.storyKey !== command.storyKey)
      refuse('review_of_another_story', command.storyKey);
    return {
      project: {
        ...project,
        reviews: command.review
          ? project.reviews.set(command.storyKey, command.review)
          : project.reviews.delete(command.storyKey),
      },
      inverse: { ...command, review: project.reviews.get(command.storyKey) ?? null },
    };
  },
};
