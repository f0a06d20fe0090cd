import { useTranslator } from '../../i18n/context.ts';
import { keysOf } from '../../keys/keymap.ts';
import { useWorkspace, useWorkspaceState } from '../../store/context.ts';
import { codebook } from '../../tags/codebook.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TagChip } from '../../ui/TagChip.tsx';
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
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const scale = project?.scale ?? null;
  const tags = project
    ? codebook(project, translator.locale).flatMap(({ tag }) => (tag.shortcut === '' ? [] : [tag]))
    : [];
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
        {tags.length > 0 ? (
          <section aria-label={t('keys.group.tags')}>
            <h3>{t('keys.group.tags')}</h3>
            <dl>
              {tags.map((tag) => (
                <div key={tag.id}>
                  <dt>
                    <TagChip tag={tag} />
                  </dt>
                  <dd>
                    <Keys keys={[tag.shortcut]} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </ScrollRegion>
    </Dialog>
  );
}
