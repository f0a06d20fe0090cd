import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { INSPECTOR_TABS, type InspectorTab } from '../store/state.ts';
import { roveFocus } from '../ui/roving.ts';
import { TAB_LABELS } from './tabs.ts';

/** Ids of the elements that belong together, by tab. */
export const tabId = (tab: InspectorTab): string => `inspector-tab-${tab}`;
export const PANEL_ID = 'inspector-panel';

interface Props {
  tab: InspectorTab;
  counts: Record<InspectorTab, number>;
}

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ with automatic activation: showing a tab costs nothing. */
export function TabList({ tab, counts }: Props) {
  const { t, number } = useTranslator();
  const workspace = useWorkspace();
  return (
    <div
      role="tablist"
      aria-label={t('inspector.tabs')}
      className="inspector-tabs"
      onKeyDown={(event) => {
        const reached = roveFocus(event, '[role="tab"]', 'horizontal')?.dataset.tab;
        if (reached) workspace.showTab(reached as InspectorTab);
      }}
    >
      {INSPECTOR_TABS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={tabId(each)}
          data-tab={each}
          aria-selected={each === tab}
          aria-controls={PANEL_ID}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => workspace.showTab(each)}
        >
          <span className="tab-name">{t(TAB_LABELS[each])}</span>
          {counts[each] > 0 ? <span className="tab-count">{number(counts[each])}</span> : null}
        </button>
      ))}
    </div>
  );
}
