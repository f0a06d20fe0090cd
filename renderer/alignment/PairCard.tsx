import type { AlignedPair } from '../../app/translation/align.ts';
import type { Judgement } from '../../app/translation/judgement.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable, useOpenStory } from '../inspector/use-open-story.ts';
import { useWorkspace } from '../store/context.ts';
import { NoteSide } from '../translation/NoteSide.tsx';
import { TextField } from '../ui/TextField.tsx';
import { EarlierJudgements } from './EarlierJudgements.tsx';
import { FidelityChoice } from './FidelityChoice.tsx';
import { PairBorders } from './PairBorders.tsx';
import { PairReasons } from './PairReasons.tsx';
import { anchorsOfPair, earlierJudgements, judgementOf } from './pair-commands.ts';

interface Props {
  pairs: readonly AlignedPair[];
  index: number;
  judgements: readonly Judgement[];
}

/** The current pair: both sides, its judgement with who, when and why, what speaks for it, and its borders. */
export function PairCard({ pairs, index, judgements }: Props) {
  const { t, dateTime } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const story = useOpenStory()?.story;
  const pair = pairs[index];
  if (!story || !pair) return null;
  const anchors = anchorsOfPair(story, pair);
  const judgement = judgementOf(pair, judgements);
  return (
    <div className="pair-card">
      <div className="note-sides">
        <NoteSide side="original" anchor={anchors.original} none={t('pair.noOriginal')} />
        <NoteSide side="translation" anchor={anchors.translation} none={t('pair.noTranslation')} />
      </div>
      <FidelityChoice pair={pair} judgement={judgement} />
      {judgement ? (
        <>
          <p className="pair-by faint">
            {judgement.by === ''
              ? dateTime(judgement.at)
              : t('pair.by', { by: judgement.by, at: dateTime(judgement.at) })}
          </p>
          <TextField
            label={t('pair.comment')}
            value={judgement.comment}
            onCommit={(comment) =>
              workspace.execute({
                type: 'judgement.edit',
                judgementId: judgement.id,
                changes: { comment },
              })
            }
            keepAs={`${judgement.id} comment`}
            readOnly={!editable}
            multiline
            field="pair-comment"
            placeholder={t('pair.comment.placeholder')}
          />
          {editable ? (
            <button
              type="button"
              className="button small quiet"
              onClick={() => void workspace.execute({ type: 'judgement.remove', judgementId: judgement.id })}
            >
              {t('pair.unjudge')}
            </button>
          ) : null}
        </>
      ) : null}
      <EarlierJudgements judgements={earlierJudgements(pair, judgements)} />
      <PairReasons pair={pair} />
      {editable ? <PairBorders pairs={pairs} index={index} /> : null}
    </div>
  );
}
