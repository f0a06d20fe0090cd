import type { AgreementChoice } from '../store/state.ts';
import type { Workspace } from '../store/workspace.ts';

/** What was looked at last in each project: who goes to a story and comes back finds it again. */
const chosen = new WeakMap<Workspace, { projectId: string; choice: AgreementChoice }>();

const NOBODY: AgreementChoice = { with: null, stories: 'worked', ordered: false, cell: null };

/** Opens the dialog as it was left. */
export function showAgreement(workspace: Workspace): void {
  const projectId = workspace.state.get().open?.project.id;
  if (projectId === undefined) return;
  const known = chosen.get(workspace);
  const choice = known?.projectId === projectId ? known.choice : NOBODY;
  workspace.show({ kind: 'agreement', choice });
}

/** Shows another choice in the dialog, also where another dialog was open meanwhile. */
export function chooseAgreement(workspace: Workspace, choice: AgreementChoice): void {
  const projectId = workspace.state.get().open?.project.id;
  if (projectId === undefined) return;
  chosen.set(workspace, { projectId, choice });
  workspace.show({ kind: 'agreement', choice });
}
