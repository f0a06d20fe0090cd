import type { Appliers } from './applied.ts';
import { known, mustBeNew } from './checks.ts';

export const differences: Appliers<'difference.settle' | 'difference.reopen'> = {
  'difference.settle'(project, { difference }) {
    mustBeNew(project.settledDifferences.has(difference.id), 'difference', difference.id);
    return {
      project: { ...project, settledDifferences: project.settledDifferences.set(difference.id, difference) },
      inverse: { type: 'difference.reopen', differenceId: difference.id },
    };
  },

  'difference.reopen'(project, { differenceId }) {
    const difference = known(project.settledDifferences.get(differenceId), 'difference', differenceId);
    return {
      project: { ...project, settledDifferences: project.settledDifferences.delete(differenceId) },
      inverse: { type: 'difference.settle', difference },
    };
  },
};
