import { tabId } from '../inspector/TabList.tsx';
import type { Run } from '../keys/run-action.ts';
import type { InspectorTab } from '../store/state.ts';

const tab =
  (name: InspectorTab): Run =>
  (workspace) => {
    workspace.showTab(name);
    document.querySelector<HTMLElement>(`#${tabId(name)}`)?.focus();
  };

/** F6 goes round the regions of the window, as it does in other desktop programs. */
const REGIONS = ['#stories', '#reading', '#inspector [role="tab"][aria-selected="true"]'];

/** What is in sight and has the focus. */
export const viewActions = {
  'command-palette': (workspace) => workspace.show({ kind: 'palette' }),
  keys: (workspace) => workspace.show({ kind: 'keys' }),
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
