import type { Appliers } from './applied.ts';
import { known, refuse } from './checks.ts';

export const alignments: Appliers<'alignment.set'> = {
  'alignment.set'(project, command) {
    known(project.stories.get(command.storyKey), 'story', command.storyKey);
    if (command.alignment && command.alignment.storyKey !== command.storyKey)
      refuse('alignment_of_another_story', command.storyKey);
    return {
      project: {
        ...project,
        alignments: command.alignment
          ? project.alignments.set(command.storyKey, command.alignment)
          : project.alignments.delete(command.storyKey),
      },
      inverse: { ...command, alignment: project.alignments.get(command.storyKey) ?? null },
    };
  },
};
