import type { Judgement } from '../../app/translation/judgement.ts';
import { useTranslator } from '../i18n/context.ts';
import { Quote } from '../inspector/Quote.tsx';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace } from '../store/context.ts';
import { FidelityMark } from './FidelityMark.tsx';

/** What was judged of this pair when its borders ran otherwise: kept until the pair is judged anew. */
export function EarlierJudgements({ judgements }: { judgements: readonly Judgement[] }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  if (judgements.length === 0) return null;
  return (
    <div className="earlier-judgements">
      <p className="label">{t('pair.earlier')}</p>
      <ul>
        {judgements.map(({ id, fidelity, comment, original, translation }) => (
          <li key={id}>
            <span>
              <FidelityMark fidelity={fidelity} /> {t(`fidelity.${fidelity}`)}
            </span>
            {[original, translation].map((anchor) =>
              anchor ? <Quote key={anchor.start} anchor={anchor} short /> : null,
            )}
            {comment === '' ? null : <p>{comment}</p>}
            {editable ? (
              <button
                type="button"
                className="button small quiet"
                onClick={() => void workspace.execute({ type: 'judgement.remove', judgementId: id })}
              >
                {t('pair.earlier.remove')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
