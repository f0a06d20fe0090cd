import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew, refuse } from './checks.ts';

export const dumps: Appliers<'dump.add' | 'dump.edit' | 'dump.remove'> = {
  'dump.add'(project, command) {
    mustBeNew(project.dumps.has(command.dump.id), 'dump', command.dump.id);
    return {
      project: { ...project, dumps: project.dumps.set(command.dump.id, command.dump) },
      inverse: { type: 'dump.remove', dumpId: command.dump.id },
    };
  },

  'dump.edit'(project, command) {
    const dump = known(project.dumps.get(command.dumpId), 'dump', command.dumpId);
    return {
      project: { ...project, dumps: project.dumps.set(dump.id, { ...dump, ...given(command.changes) }) },
      inverse: {
        type: 'dump.edit',
        dumpId: dump.id,
        changes: before({ reading: null, ...dump }, command.changes),
      },
    };
  },

  'dump.remove'(project, command) {
    const dump = known(project.dumps.get(command.dumpId), 'dump', command.dumpId);
    if (project.stories.some((story) => story.dumpId === dump.id)) refuse('dump_in_use', dump.name);
    return {
      project: { ...project, dumps: project.dumps.delete(dump.id) },
      inverse: { type: 'dump.add', dump },
    };
  },
};
