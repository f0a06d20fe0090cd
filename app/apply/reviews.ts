import type { Appliers } from './applied.ts';
import { known, refuse } from './checks.ts';

export const reviews: Appliers<'review.set'> = {
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
