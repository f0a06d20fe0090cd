import type { Appliers } from './applied.ts';

export const project: Appliers<'project.rename'> = {
  'project.rename'(project, command) {
    return {
      project: { ...project, title: command.title },
      inverse: { type: 'project.rename', title: project.title },
    };
  },
};
