import type { Appliers } from './applied.ts';
import { known, mustBeNew } from './checks.ts';

export const findings: Appliers<'finding.dismiss' | 'finding.restore'> = {
  'finding.dismiss'(project, { finding }) {
    mustBeNew(project.dismissedFindings.has(finding.id), 'finding', finding.id);
    return {
      project: { ...project, dismissedFindings: project.dismissedFindings.set(finding.id, finding) },
      inverse: { type: 'finding.restore', findingId: finding.id },
    };
  },

  'finding.restore'(project, { findingId }) {
    const finding = known(project.dismissedFindings.get(findingId), 'finding', findingId);
    return {
      project: { ...project, dismissedFindings: project.dismissedFindings.delete(findingId) },
      inverse: { type: 'finding.dismiss', finding },
    };
  },
};
