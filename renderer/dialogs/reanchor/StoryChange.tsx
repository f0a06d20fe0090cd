import { useState } from 'react';
import type { ReanchoredStory } from '../../../app/contract.ts';
import { useTranslator } from '../../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../../store/context.ts';
import { PartChange } from './PartChange.tsx';
import { exactPlacements, movedPlacements, type Placement, placementCommand } from './placements.ts';
import { isElsewhere, isPlaced, isSettled } from './report-summary.ts';

/** One story that is not quite what it was, with the parts of its annotations that a person decides on. */
export function StoryChange({ story }: { story: ReanchoredStory }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const readOnly = useWorkspaceState((state) => state.open?.readOnly ?? true);
  const [busy, setBusy] = useState(false);
  if (!project) return null;

  const { old, found, status, parts } = story;
  const shown = found ?? old;
  const settled = isSettled(project, story);
  const open = movedPlacements(story).filter(({ part }) => !isPlaced(project, part));
  const doubtful = status === 'lost' ? [] : parts.filter(({ resolution }) => resolution.kind !== 'exact');
  const exact = parts.length - doubtful.length;
  const confirm = async (placements: readonly Placement[]) => {
    const current = workspace.state.get().open?.project;
    const command = current && placementCommand(current, story, [...exactPlacements(story), ...placements]);
    if (!command) return;
    setBusy(true);
    await workspace.execute(command);
    setBusy(false);
  };

  return (
    <section className="reanchor-story" aria-label={shown.lead} data-settled={settled}>
      <header>
        <p className="reanchor-source">{shown.source?.name ?? t('reanchor.no-source')}</p>
        <h3 lang={shown.lang}>{shown.lead}</h3>
        <p className="dialog-hint">
          {t(`reanchor.status-${status}`, { parts: parts.length })}
          {status !== 'lost' && exact > 0 ? ` ${t('reanchor.exact', { count: exact })}` : ''}
        </p>
      </header>
      {status === 'lost' ? (
        <ul className="reanchor-quotes">
          {parts.map((part) => (
            <li key={`${part.id} ${part.part}`} lang={old.lang}>
              {part.quote}
            </li>
          ))}
        </ul>
      ) : null}
      {doubtful.map((part) => (
        <PartChange
          key={`${part.id} ${part.part}`}
          part={part}
          lang={shown.lang}
          project={project}
          disabled={busy || readOnly}
          onConfirm={(anchor) => void confirm([{ part, anchor }])}
        />
      ))}
      {settled ? (
        <p className="reanchor-done" role="status">
          ✓ {t('reanchor.done')}
        </p>
      ) : null}
      {open.length > 0 || isElsewhere(project, story) ? (
        <button
          type="button"
          className="button"
          disabled={busy || readOnly}
          onClick={() => void confirm(open)}
        >
          {open.length > 0 ? t('reanchor.accept-moved', { count: open.length }) : t('reanchor.accept-story')}
        </button>
      ) : null}
    </section>
  );
}
