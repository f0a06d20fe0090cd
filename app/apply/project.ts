import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';

export const project: Appliers<'project.rename' | 'rules.change'> = {
  'project.rename'(project, command) {
    return {
      project: { ...project, title: command.title },
      inverse: { type: 'project.rename', title: project.title },
    };
  },

  'rules.change'(project, command) {
    const { signOffRules } = project;
    return {
      project: { ...project, signOffRules: { ...signOffRules, ...given(command.changes) } },
      inverse: { type: 'rules.change', changes: before(signOffRules, command.changes) },
    };
  },
};
