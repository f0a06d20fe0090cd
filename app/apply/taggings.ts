import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew } from './checks.ts';
import { indexed } from './story-index.ts';

export const taggings: Appliers<'tagging.add' | 'tagging.edit' | 'tagging.remove'> = {
  'tagging.add'(project, command) {
    const { tagging } = command;
    mustBeNew(project.taggings.has(tagging.id), 'tagging', tagging.id);
    known(project.tags.get(tagging.tagId), 'tag', tagging.tagId);
    known(project.stories.get(tagging.storyKey), 'story', tagging.storyKey);
    const next = { ...project, taggings: project.taggings.set(tagging.id, tagging) };
    return {
      project: indexed(next, tagging.storyKey, 'taggings', tagging.id, true),
      inverse: { type: 'tagging.remove', taggingId: tagging.id },
    };
  },

  'tagging.edit'(project, command) {
    const tagging = known(project.taggings.get(command.taggingId), 'tagging', command.taggingId);
    if (command.changes.tagId !== undefined)
      known(project.tags.get(command.changes.tagId), 'tag', command.changes.tagId);
    return {
      project: {
        ...project,
        taggings: project.taggings.set(tagging.id, { ...tagging, ...given(command.changes) }),
      },
      inverse: { type: 'tagging.edit', taggingId: tagging.id, changes: before(tagging, command.changes) },
    };
  },

  'tagging.remove'(project, command) {
    const tagging = known(project.taggings.get(command.taggingId), 'tagging', command.taggingId);
    const next = { ...project, taggings: project.taggings.delete(tagging.id) };
    return {
      project: indexed(next, tagging.storyKey, 'taggings', tagging.id, false),
      inverse: { type: 'tagging.add', tagging },
    };
  },
};
