import { useEffect } from 'react';
import { ClaimsPanel } from '../claims/ClaimsPanel.tsx';
import { EvidencePanel } from '../evidence/EvidencePanel.tsx';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { useTranslator } from '../i18n/context.ts';
import { StoryNoteField } from '../notes/StoryNoteField.tsx';
import { useWorkspaceState } from '../store/context.ts';
import type { InspectorTab } from '../store/state.ts';
import { TagsPanel } from '../tags/TagsPanel.tsx';
import { TranslationPanel } from '../translation/TranslationPanel.tsx';
import { commitPendingEdits } from '../ui/pending-edits.ts';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';
import { PANEL_ID, TabList, tabId } from './TabList.tsx';
import { tabCounts } from './tabs.ts';
import { type OpenStory, useOpenStory } from './use-open-story.ts';
import './inspector.css';

/** The margin of the open story: its claims, tags, translation notes, evidence and history. */
export function Inspector() {
  const { t } = useTranslator();
  const tab = useWorkspaceState((state) => state.tab);
  const openStory = useOpenStory();
  useEffect(() => {
    const commit = () => void commitPendingEdits();
    window.addEventListener('beforeunload', commit);
    window.addEventListener('pagehide', commit);
    return () => {
      window.removeEventListener('beforeunload', commit);
      window.removeEventListener('pagehide', commit);
    };
  }, []);
  return (
    <section id="inspector" className="inspector" aria-label={t('inspector.label')}>
      {openStory ? (
        <>
          <TabList tab={tab} counts={tabCounts(openStory)} />
          <ReadOnlyNote />
          <div
            role="tabpanel"
            id={PANEL_ID}
            aria-labelledby={tabId(tab)}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls has to be reachable by key.
            tabIndex={0}
            className="inspector-panel"
          >
            {/* The panel beside it has the story's key as its own. */}
            {tab === 'history' ? null : (
              <StoryNoteField key={`note ${openStory.key}`} storyKey={openStory.key} />
            )}
            {tab === 'history' ? (
              <HistoryPanel storyKey={openStory.key} open={openStory.open} />
            ) : (
              panel(tab, openStory)
            )}
          </div>
        </>
      ) : (
        <p className="inspector-empty">{t('inspector.noStory')}</p>
      )}
    </section>
  );
}

function panel(tab: Exclude<InspectorTab, 'history'>, openStory: OpenStory) {
  switch (tab) {
    case 'claims':
      return <ClaimsPanel {...openStory} />;
    case 'tags':
      return <TagsPanel {...openStory} />;
    case 'translation':
      return <TranslationPanel {...openStory} />;
    case 'evidence':
      return <EvidencePanel openStory={openStory} />;
  }
}
