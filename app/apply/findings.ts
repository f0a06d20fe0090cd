import type { Appliers } from './applied.ts';
import { known, mustBeNew } from './checks.ts';

export const findings: Appliers<'finding.dismiss' | 'finding.restore' | 'check.switch'> = {
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

  'check.switch'(project, { check, on }) {
    const others = project.checksOff.filter((id) => id !== check);
    return {
      project: { ...project, checksOff: on ? others : [...others, check].sort() },
      inverse: { type: 'check.switch', check, on: !project.checksOff.includes(check) },
    };
  },
};
