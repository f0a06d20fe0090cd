import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew } from './checks.ts';

export const filters: Appliers<'filter.add' | 'filter.edit' | 'filter.remove'> = {
  'filter.add'(project, { filter }) {
    mustBeNew(project.filters.has(filter.id), 'filter', filter.name);
    return {
      project: { ...project, filters: project.filters.set(filter.id, filter) },
      inverse: { type: 'filter.remove', filterId: filter.id },
    };
  },

  'filter.edit'(project, command) {
    const saved = known(project.filters.get(command.filterId), 'filter', command.filterId);
    return {
      project: {
        ...project,
        filters: project.filters.set(saved.id, { ...saved, ...given(command.changes) }),
      },
      inverse: { ...command, changes: before(saved, command.changes) },
    };
  },

  'filter.remove'(project, command) {
    const saved = known(project.filters.get(command.filterId), 'filter', command.filterId);
    return {
      project: { ...project, filters: project.filters.delete(saved.id) },
      inverse: { type: 'filter.add', filter: saved },
    };
  },
};
