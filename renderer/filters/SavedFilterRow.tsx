import type { SavedFilter } from '../../app/saved-filter.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace } from '../store/context.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { TextField } from '../ui/TextField.tsx';
import { keptFilter, showSaved } from './saved-filters.ts';

interface Props {
  saved: SavedFilter;
  /** null: not counted yet. */
  count: number | null;
  first: boolean;
}

/** One filter of the project: shown by a press; renamed, brought up to date or removed below. */
export function SavedFilterRow({ saved, count, first }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const { id, name } = saved;
  const update = () =>
    workspace.attempt(async () => {
      const { sort } = workspace.state.get();
      const changes = { filter: await keptFilter(workspace), sort };
      await workspace.execute({ type: 'filter.edit', filterId: id, changes });
    });
  return (
    <li>
      <button
        type="button"
        ref={first ? firstFocus : undefined}
        className="saved-filter"
        onClick={() => {
          workspace.show(null);
          void showSaved(workspace, saved);
        }}
      >
        <span className="saved-filter-name">{name}</span>
        {saved.filter.query === '' ? null : <code>{saved.filter.query}</code>}
        <span className="faint">{count === null ? '…' : t('stories.shown', { count })}</span>
      </button>
      {editable ? (
        <details className="fold">
          <summary aria-label={t('saved-filters.change-of', { name })}>{t('saved-filters.change')}</summary>
          <div className="fields">
            <TextField
              label={t('queue.name')}
              value={name}
              onCommit={(next) =>
                workspace.execute({ type: 'filter.edit', filterId: id, changes: { name: next } })
              }
              tidy={(words) => words.trim()}
              problem={(words) => (words.trim() === '' ? t('saved-filters.unnamed') : null)}
              keepAs={`${id} name`}
              readOnly={false}
            />
            <div className="buttons">
              <button type="button" className="button small" onClick={() => void update()}>
                {t('saved-filters.update')}
              </button>
              <Confirm
                label={t('saved-filters.delete')}
                question={t('saved-filters.delete.question', { name })}
                yes={t('tag.delete.yes')}
                no={t('tag.delete.no')}
                onConfirm={() => void workspace.execute({ type: 'filter.remove', filterId: id })}
              />
            </div>
          </div>
        </details>
      ) : null}
    </li>
  );
}
