import { useTranslator } from '../i18n/context.ts';
import { useWorkspaceState } from '../store/context.ts';
import type { ReportStory } from './report-stories.ts';

interface Props {
  stories: readonly ReportStory[];
  /** Not a report, but annotations for other tools. */
  annotations: boolean;
}

/** Says which dumps are not at hand: a report has their stories with their quotes, without their text. */
export function MissingDumps({ stories, annotations }: Props) {
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
          {t(annotations ? 'export.missing-annotations' : 'export.missing', {
            name: open?.project.dumps.get(dumpId)?.name ?? dumpId,
            stories: stories.filter((story) => story.dumpId === dumpId).length,
          })}
        </p>
      ))}
    </div>
  );
}
