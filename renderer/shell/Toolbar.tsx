import { useTranslator } from '../i18n/context.ts';
import type { ActionId } from '../keys/actions.ts';
import { runAction } from '../keys/run-action.ts';
import { useKeyNames } from '../keys/use-key-names.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Menu } from '../ui/Menu.tsx';
import { reviewedStories } from './progress.ts';

/** The strip on top: the project, its dumps, how far the work is, and what is done to the whole. */
export function Toolbar() {
  const workspace = useWorkspace();
  const { t, number } = useTranslator();
  const keyNames = useKeyNames();
  const open = useWorkspaceState((state) => state.open);
  if (!open) return null;
  const dump = open.currentDumpId ? open.dumps[open.currentDumpId] : undefined;
  const reviewed = dump ? reviewedStories(open.project, dump.dumpId) : 0;
  const entry = (id: ActionId) => ({
    key: id,
    label: t(`action.${id}` as 'action.export'),
    hint: keyNames(id),
    run: () => runAction(workspace, id),
  });
  const button = (id: ActionId, enabled = true, className = 'quiet') => (
    <button
      type="button"
      className={`button ${className}`}
      disabled={!enabled}
      title={`${t(`action.${id}` as 'action.export')}${keyNames(id) ? ` (${keyNames(id)})` : ''}`}
      onClick={() => runAction(workspace, id)}
    >
      {t(`toolbar.${id}` as 'toolbar.undo')}
    </button>
  );
  return (
    <div className="toolbar" role="toolbar" aria-label={t('toolbar.label')}>
      <Menu
        label={open.project.title || t('project.untitled')}
        entries={[
          entry('open-dump'),
          entry('open-folder'),
          entry('open-project'),
          entry('new-project'),
          entry('save-as'),
          entry('read-dump-anew'),
          entry('overview'),
          entry('project-history'),
          entry('compare-projects'),
          entry('merge-project'),
          entry('agreement'),
          entry('export'),
          entry('make-bundle'),
          entry('verify-bundle'),
          entry('import'),
          entry('saved-filters'),
          entry('queues'),
          entry('codebook'),
          entry('close-project'),
          entry('command-palette'),
          entry('keys'),
          entry('guide'),
          entry('settings'),
        ]}
      />
      {open.project.dumps.size > 1 ? (
        <label className="dumps">
          <span className="visually-hidden">{t('toolbar.dump')}</span>
          <select
            className="input"
            value={open.currentDumpId ?? ''}
            onChange={(event) => void workspace.showDump(event.target.value)}
          >
            {[...open.project.dumps.values()].map((known) => (
              <option key={known.id} value={known.id}>
                {known.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {dump && dump.stories > 0 ? (
        <div className="progress">
          <progress value={reviewed} max={dump.stories} aria-label={t('toolbar.progress')} />
          <span>{t('toolbar.reviewed', { reviewed: number(reviewed), stories: number(dump.stories) })}</span>
        </div>
      ) : null}
      <span className="spring" />
      {button('undo', open.canUndo && !open.readOnly)}
      {button('redo', open.canRedo && !open.readOnly)}
      <span className="wide-only">
        {button('overview')}
        {button('command-palette')}
        {button('keys')}
        {button('settings')}
      </span>
      {button('export', true, 'primary')}
    </div>
  );
}
