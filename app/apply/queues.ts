import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew } from './checks.ts';

export const queues: Appliers<'queue.add' | 'queue.edit' | 'queue.remove'> = {
  'queue.add'(project, { queue }) {
    mustBeNew(project.queues.has(queue.id), 'queue', queue.name);
    return {
      project: { ...project, queues: project.queues.set(queue.id, queue) },
      inverse: { type: 'queue.remove', queueId: queue.id },
    };
  },

  'queue.edit'(project, command) {
    const saved = known(project.queues.get(command.queueId), 'queue', command.queueId);
    return {
      project: {
        ...project,
        queues: project.queues.set(saved.id, { ...saved, ...given(command.changes) }),
      },
      inverse: { ...command, changes: before(saved, command.changes) },
    };
  },

  'queue.remove'(project, command) {
    const saved = known(project.queues.get(command.queueId), 'queue', command.queueId);
    return {
      project: { ...project, queues: project.queues.delete(saved.id) },
      inverse: { type: 'queue.add', queue: saved },
    };
  },
};
