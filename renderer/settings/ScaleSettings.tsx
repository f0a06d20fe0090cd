import { useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { newId } from '../store/annotating.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { type DraftScale, draftFrom, scaleOf } from './own-scale.ts';
import { ScaleEditor } from './ScaleEditor.tsx';
import { ScaleMapping } from './ScaleMapping.tsx';
import { ScaleRatings } from './ScaleRatings.tsx';
import { choosableScales, isComplete, plainMapping, usedRatings } from './scale-mapping.ts';

/** The rating scale of the open project; changing it maps every rating in use. */
export function ScaleSettings() {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const readOnly = useWorkspaceState((state) => state.open?.readOnly ?? true);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [mapped, setMapped] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  /** A scale of the project's own, as it is being written, and the id that it will have. */
  const [draft, setDraft] = useState<{ id: string; scale: DraftScale } | null>(null);
  if (!project) return <p className="dialog-hint">{t('settings.scale-no-project')}</p>;

  const scales = choosableScales(project.scale);
  const chosen = scales.find(({ id }) => id === (chosenId ?? project.scale.id)) ?? project.scale;
  const drafted = draft && scaleOf(draft.scale, draft.id);
  const scale = draft ? (drafted ?? { ...chosen, id: draft.id, ratings: [] }) : chosen;
  const used = usedRatings(project);
  const mapping = { ...plainMapping(used, scale), ...mapped };
  const changing = scale.id !== project.scale.id;
  const change = async () => {
    setBusy(true);
    const done = await workspace.execute({ type: 'scale.change', scale, mapping: only(used), ratings: {} });
    setBusy(false);
    if (done) {
      setChosenId(null);
      setMapped({});
      setDraft(null);
    }
  };

  return (
    <div className="settings-scale">
      <fieldset disabled={readOnly || busy}>
        <legend>{t('settings.scale')}</legend>
        {scales.map((candidate) => (
          <label key={candidate.id} data-chosen={candidate.id === scale.id}>
            <input
              type="radio"
              name="scale"
              checked={candidate.id === scale.id}
              onChange={() => {
                setDraft(null);
                setChosenId(candidate.id);
                setMapped({});
              }}
            />
            {candidate.name[locale]}
            {candidate.id === project.scale.id ? (
              <span className="settings-in-use">{t('settings.scale-in-use')}</span>
            ) : null}
          </label>
        ))}
      </fieldset>
      {readOnly ? <p className="dialog-hint">{t('settings.scale-read-only')}</p> : null}
      {readOnly ? null : draft ? (
        <>
          <p className="dialog-hint">{t('scale.hint')}</p>
          <ScaleEditor
            draft={draft.scale}
            onChange={(changed) => setDraft({ id: draft.id, scale: changed })}
          />
          {drafted ? null : <p className="dialog-hint">{t('scale.incomplete')}</p>}
        </>
      ) : (
        <button
          type="button"
          className="button small"
          onClick={() => setDraft({ id: `own-${newId()}`, scale: draftFrom(chosen) })}
        >
          {t('scale.edit')}
        </button>
      )}
      {changing && used.length > 0 && (!draft || drafted) ? (
        <ScaleMapping
          used={used}
          scale={scale}
          mapping={mapping}
          onMap={(from, to) => setMapped({ ...mapped, [from]: to })}
        />
      ) : null}
      {changing ? (
        <div className="settings-scale-change">
          <button
            type="button"
            className="button primary"
            disabled={busy || readOnly || (draft !== null && !drafted) || !isComplete(used, scale, mapping)}
            onClick={() => void change()}
          >
            {t('settings.scale-change')}
          </button>
          {draft ? (
            <button type="button" className="button" onClick={() => setDraft(null)}>
              {t('dialog.cancel')}
            </button>
          ) : null}
          <p className="dialog-hint">{t('settings.scale-undoable')}</p>
        </div>
      ) : null}
      {draft ? null : <ScaleRatings scale={scale} locale={locale} />}
    </div>
  );

  function only(ratings: typeof used): Record<string, string> {
    return Object.fromEntries(ratings.map(({ rating }) => [rating.id, mapping[rating.id] ?? '']));
  }
}
