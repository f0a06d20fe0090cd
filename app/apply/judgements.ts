import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew, refuse } from './checks.ts';
import { indexed } from './story-index.ts';

export const judgements: Appliers<'judgement.add' | 'judgement.edit' | 'judgement.remove'> = {
  'judgement.add'(project, command) {
    const { judgement } = command;
    mustBeNew(project.judgements.has(judgement.id), 'judgement', judgement.id);
    known(project.stories.get(judgement.storyKey), 'story', judgement.storyKey);
    return {
      project: indexed(
        { ...project, judgements: project.judgements.set(judgement.id, judgement) },
        judgement.storyKey,
        'judgements',
        judgement.id,
        true,
      ),
      inverse: { type: 'judgement.remove', judgementId: judgement.id },
    };
  },

  'judgement.edit'(project, command) {
    const judgement = known(project.judgements.get(command.judgementId), 'judgement', command.judgementId);
    const edited = { ...judgement, ...given(command.changes) };
    if (!edited.original && !edited.translation) refuse('judgement_without_anchor', judgement.id);
    return {
      project: { ...project, judgements: project.judgements.set(judgement.id, edited) },
      inverse: {
        type: 'judgement.edit',
        judgementId: judgement.id,
        changes: before(judgement, command.changes),
      },
    };
  },

  'judgement.remove'(project, command) {
    const judgement = known(project.judgements.get(command.judgementId), 'judgement', command.judgementId);
    return {
      project: indexed(
        { ...project, judgements: project.judgements.delete(judgement.id) },
        judgement.storyKey,
        'judgements',
        judgement.id,
        false,
      ),
      inverse: { type: 'judgement.add', judgement },
    };
  },
};
