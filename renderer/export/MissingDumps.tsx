import { useTranslator } from '../i18n/context.ts';
import { useWorkspaceState } from '../store/context.ts';
import type { ReportStory } from './report-stories.ts';

/** Says which dumps are not at hand: their stories go into the report with their quotes, without their text. */
export function MissingDumps({ stories }: { stories: readonly ReportStory[] }) {
  const { t } = useTranslator();
  const open = useWorkspaceState((state) => state.open);
  const missing = new Set(
    stories.map(({ dumpId }) => dumpId).filter((dumpId) => open?.dumps[dumpId]?.status !== 'open'),
  );
  if (missing.size === 0) return null;
  return (
    <div className="export-missing" role="status">
      {[...missing].map((dumpId) => (
        <p key={dumpId}>
          {t('export.missing', {
            name: open?.project.dumps.get(dumpId)?.name ?? dumpId,
            stories: stories.filter((story) => story.dumpId === dumpId).length,
          })}
        </p>
      ))}
    </div>
  );
}
