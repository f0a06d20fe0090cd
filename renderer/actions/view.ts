import { tabId } from '../inspector/TabList.tsx';
import type { Run } from '../keys/run-action.ts';
import type { InspectorTab } from '../store/state.ts';
import type { Workspace } from '../store/workspace.ts';
import { startTour } from '../tour/start-tour.ts';
import { commitPendingEdits } from '../ui/pending-edits.ts';

const tab =
  (name: InspectorTab): Run =>
  (workspace) => {
    workspace.showTab(name);
    document.querySelector<HTMLElement>(`#${tabId(name)}`)?.focus();
  };

/** There and back; what is being written is sent first, since its field goes out of sight. */
async function showOverview(workspace: Workspace): Promise<void> {
  const { mainView, open } = workspace.state.get();
  if (!open?.currentDumpId) return;
  await commitPendingEdits();
  workspace.state.update({ mainView: mainView === 'overview' ? 'reading' : 'overview' });
}

/** F6 goes round the regions of the window, as it does in other desktop programs. */
const REGIONS = ['#stories', '#reading', '#inspector [role="tab"][aria-selected="true"]'];

/** What is in sight and has the focus. */
export const viewActions = {
  'command-palette': (workspace) => workspace.show({ kind: 'palette' }),
  keys: (workspace) => workspace.show({ kind: 'keys' }),
  overview: showOverview,
  guide: (workspace) => workspace.show({ kind: 'guide' }),
  licences: (workspace) => workspace.show({ kind: 'licences' }),
  tour: startTour,
  'vertical-writing': (workspace) =>
    workspace.changeSettings({ vertical: !workspace.state.get().settings.vertical }),
  queues: (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'queues' });
  },
  codebook: (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'codebook' });
  },
  glossary: (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'glossary' });
  },
  settings: (workspace) => workspace.show({ kind: 'settings' }),
  'tab-claims': tab('claims'),
  'tab-tags': tab('tags'),
  'tab-translation': tab('translation'),
  'tab-evidence': tab('evidence'),
  'tab-history': tab('history'),
  'focus-stories': () => {
    const regions = REGIONS.map((selector) => document.querySelector<HTMLElement>(selector)).filter(
      (region) => region !== null,
    );
    const at = regions.findIndex(
      (region) =>
        region.contains(document.activeElement) ||
        region.closest('#inspector')?.contains(document.activeElement),
    );
    regions[(at + 1) % regions.length]?.focus();
  },
} satisfies Record<string, Run>;
