import { STORY_RULES } from '../../app/agreement/projects/counted-stories.ts';
import { BUILT_IN_SCALES } from '../../app/rating-scale.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { AgreementChoice } from '../store/state.ts';
import { chooseAgreement } from './choice.ts';

/** Whom the coder is compared with, and over which stories. */
export function CoderChoice({ choice }: { choice: AgreementChoice }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const scaleId = useWorkspaceState((state) => state.open?.project.scale.id);
  const paths = choice.with && 'paths' in choice.with ? choice.with.paths : [];
  const ofPeople = choice.with !== null && 'people' in choice.with;
  const change = (changes: Partial<AgreementChoice>) =>
    chooseAgreement(workspace, { ...choice, cell: null, ...changes });
  const withPaths = (next: readonly string[]) =>
    change({ with: next.length > 0 ? { paths: [...next] } : null });
  const add = () =>
    workspace.choose('open-project', '', (path) =>
      withPaths([...paths.filter((known) => known !== path), path]),
    );
  return (
    <div className="agreement-choice">
      <div className="agreement-with">
        <span id="agreement-with">{t('agreement.with')}</span>
        <ul aria-labelledby="agreement-with">
          {ofPeople ? (
            <Chosen name={t('agreement.people')} onDrop={() => change({ with: null })} />
          ) : (
            paths.map((path) => (
              <Chosen
                key={path}
                name={path.replace(/^.*[\\/]/u, '')}
                onDrop={() => withPaths(paths.filter((known) => known !== path))}
              />
            ))
          )}
        </ul>
        <button type="button" className="button" onClick={() => void add()}>
          {t('agreement.add')}
        </button>
        {choice.with === null ? (
          <button type="button" className="button" onClick={() => change({ with: { people: true } })}>
            {t('agreement.people')}
          </button>
        ) : null}
      </div>
      <label>
        <span>{t('agreement.stories')}</span>
        <select
          className="input"
          value={choice.stories}
          onChange={(event) => {
            const stories = STORY_RULES.find((rule) => rule === event.currentTarget.value);
            if (stories) change({ stories });
          }}
        >
          {STORY_RULES.map((rule) => (
            <option key={rule} value={rule}>
              {t(`agreement.stories.${rule}`)}
            </option>
          ))}
        </select>
      </label>
      {BUILT_IN_SCALES.some(({ id }) => id === scaleId) ? null : (
        <label title={t('agreement.ordered-hint')}>
          <input
            type="checkbox"
            checked={choice.ordered}
            onChange={(event) => change({ ordered: event.currentTarget.checked })}
          />
          <span>{t('agreement.ordered')}</span>
        </label>
      )}
    </div>
  );
}

function Chosen({ name, onDrop }: { name: string; onDrop: () => void }) {
  const { t } = useTranslator();
  return (
    <li className="agreement-coder">
      <span>{name}</span>
      <button
        type="button"
        className="button quiet small"
        aria-label={t('agreement.drop', { name })}
        onClick={onDrop}
      >
        ×
      </button>
    </li>
  );
}
