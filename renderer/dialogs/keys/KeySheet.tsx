import { useTranslator } from '../../i18n/context.ts';
import { keysOf } from '../../keys/keymap.ts';
import { useWorkspace, useWorkspaceState } from '../../store/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { actionGroups } from '../action-groups.ts';
import { actionLabel } from '../action-label.ts';
import { Keys } from '../Keys.tsx';
import { offeredActions } from '../rating-actions.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import './key-sheet.css';

/** All keys in force, by group. */
export function KeySheet() {
  const translator = useTranslator();
  const { t } = translator;
  const workspace = useWorkspace();
  const own = useWorkspaceState((state) => state.settings.keys);
  const scale = useWorkspaceState((state) => state.open?.project.scale ?? null);
  return (
    <Dialog
      title={t('keys.title')}
      className="key-sheet"
      onClose={() => workspace.show(null)}
      footer={
        <button
          type="button"
          className="button"
          onClick={() => workspace.show({ kind: 'settings', page: 'keys' })}
        >
          {t('keys.change')}
        </button>
      }
    >
      <ScrollRegion className="key-sheet-groups" label={t('keys.title')}>
        {actionGroups(offeredActions(scale)).map(({ group, actions }) => (
          <section key={group} aria-label={t(`keys.group.${group}`)}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <dl>
              {actions
                .filter((id) => keysOf(id, own).length > 0)
                .map((id) => (
                  <div key={id}>
                    <dt>{actionLabel(translator, id, scale)}</dt>
                    <dd>
                      <Keys keys={keysOf(id, own)} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </ScrollRegion>
    </Dialog>
  );
}
