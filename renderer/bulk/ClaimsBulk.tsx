import type { Command } from '../../app/commands.ts';
import type { Project } from '../../app/project.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { codebook, pathOf } from '../tags/codebook.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { rateClaims, removeClaims, tagClaims } from './claim-batches.ts';
import './bulk.css';

interface Props {
  project: Project;
  claimIds: readonly string[];
  onAll: () => void;
  onNone: () => void;
}

/** What is done to all chosen claims at once, each as one change; how many it changes is said before. */
export function ClaimsBulk({ project, claimIds, onAll, onNone }: Props) {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const reviewer = useWorkspaceState((state) => state.settings.reviewer);
  const run = async (commands: Command[]) => {
    if (commands.length === 0) return workspace.inform(t('bulk.nothing'));
    if (await workspace.execute({ type: 'batch', commands })) onNone();
    return undefined;
  };
  const claims = claimIds.flatMap((id) => project.claims.get(id) ?? []);
  const count = claims.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these act at once.
    <div className="bulk-bar" role="group" aria-label={t('bulk.claims')}>
      <span role="status">{t('bulk.claims.chosen', { count })}</span>
      <button type="button" className="button small quiet" onClick={count === 0 ? onAll : onNone}>
        {t(count === 0 ? 'bulk.all' : 'bulk.none')}
      </button>
      {count === 0 ? (
        <span className="faint">{t('bulk.claims.how')}</span>
      ) : (
        <>
          <select
            className="input small"
            aria-label={t('bulk.rate', { count })}
            value=""
            onChange={(event) => {
              const { value } = event.target;
              void run(rateClaims(claims, value === 'none' ? null : value, reviewer));
            }}
          >
            <option value="">{t('bulk.rate', { count })}</option>
            {[
              ...project.scale.ratings.map(({ id, label }) => [id, label[locale]]),
              ['none', t('rating.none')],
            ].map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          {project.tags.size > 0 ? (
            <select
              className="input small"
              aria-label={t('bulk.tag', { count })}
              value=""
              onChange={(event) => void run(tagClaims(project, claims, event.target.value, reviewer))}
            >
              <option value="">{t('bulk.tag', { count })}</option>
              {codebook(project, locale).map(({ tag }) => (
                <option key={tag.id} value={tag.id}>
                  {pathOf(project, tag)}
                </option>
              ))}
            </select>
          ) : null}
          <Confirm
            key={claimIds.join(' ')}
            label={t('bulk.remove', { count })}
            question={t('bulk.remove.question', { count })}
            yes={t('tag.delete.yes')}
            no={t('tag.delete.no')}
            onConfirm={() => void run(removeClaims(claims))}
          />
        </>
      )}
    </div>
  );
}
