import type { Appliers } from './applied.ts';
import { known, refuse } from './checks.ts';

export const storyNotes: Appliers<'storyNote.set'> = {
  'storyNote.set'(project, command) {
    const { storyKey, note } = command;
    known(project.stories.get(storyKey), 'story', storyKey);
    if (note && note.storyKey !== storyKey) refuse('note_of_another_story', storyKey);
    return {
      project: {
        ...project,
        storyNotes: note ? project.storyNotes.set(storyKey, note) : project.storyNotes.delete(storyKey),
      },
      inverse: { ...command, note: project.storyNotes.get(storyKey) ?? null },
    };
  },
};
