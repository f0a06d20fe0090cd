import { useState } from 'react';
import type { ReportOptions } from '../../app/exports/options.ts';
import type { Locale, Settings } from '../../app/settings.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** What a report is begun with: as the last one was, or signed by the reviewer, in the language of the interface. */
export function firstDraft({ lastReport, reviewer }: Settings, locale: Locale): ReportOptions {
  const begun = lastReport ?? { template: 'full', languages: [locale], author: reviewer, logo: null };
  return { ...begun, introduction: '' };
}

/** The options of the report that is being put together, and how they are kept for the next one. */
export function useReportDraft(locale: Locale) {
  const workspace = useWorkspace();
  const settings = useWorkspaceState((state) => state.settings);
  const [draft, setDraft] = useState(() => firstDraft(settings, locale));
  return {
    draft,
    change: (changes: Partial<ReportOptions>) => setDraft((current) => ({ ...current, ...changes })),
    keep: () => {
      const { introduction: _, ...lastReport } = draft;
      return workspace.changeSettings({ lastReport });
    },
  };
}
