import { localeFor } from '../../app/settings.ts';
import { findingsOf, type ShownFinding } from '../checks/findings.ts';
import { loadRates } from '../checks/load-rates.ts';
import { wordsOf } from '../checks/messages.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { Run } from '../keys/run-action.ts';
import { noteFromFinding } from '../store/annotating.ts';
import type { Workspace } from '../store/workspace.ts';

function current(workspace: Workspace): ShownFinding | null {
  const state = workspace.state.get();
  return findingsOf(state).open.find(({ id }) => id === state.finding) ?? null;
}

const step =
  (by: 1 | -1): Run =>
  async (workspace) => {
    await loadRates(workspace);
    const state = workspace.state.get();
    const { open } = findingsOf(state);
    if (open.length === 0) return;
    const at = open.findIndex(({ id }) => id === state.finding);
    const next = at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length;
    workspace.showFinding(open[next]?.id ?? null);
  };

/** What comes behind a finding that is done with becomes the current one, so that the next key goes on. */
async function settle(
  workspace: Workspace,
  finding: ShownFinding,
  work: () => Promise<boolean>,
): Promise<boolean> {
  const { open } = findingsOf(workspace.state.get());
  const at = open.findIndex(({ id }) => id === finding.id);
  const next = open[at + 1] ?? open[at - 1];
  if (!(await work())) return false;
  workspace.showFinding(next?.id ?? null);
  return true;
}

const noteOfFinding: Run = async (workspace) => {
  const desk = workspace.desk();
  const finding = current(workspace);
  if (!desk || !finding) return;
  const { settings, start } = workspace.state.get();
  const translator = createTranslator(localeFor(settings.locale, start?.languages ?? []));
  const making = noteFromFinding(desk, finding, wordsOf(translator, finding));
  if (making) await settle(workspace, finding, () => workspace.execute(making.command));
};

const dismissFinding: Run = async (workspace) => {
  const desk = workspace.desk();
  const finding = current(workspace);
  if (!desk || !finding) return;
  const { id, check } = finding;
  const dismissed = { id, check, dismissedAt: new Date().toISOString(), dismissedBy: desk.reviewer };
  await settle(workspace, finding, () => workspace.execute({ type: 'finding.dismiss', finding: dismissed }));
};

/** What the checks of a translation found, one after the other. */
export const checkActions = {
  'next-finding': step(1),
  'previous-finding': step(-1),
  'note-finding': noteOfFinding,
  'dismiss-finding': dismissFinding,
} satisfies Record<string, Run>;
