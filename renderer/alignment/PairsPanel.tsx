import { useMemo } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { FidelityTally } from './FidelityTally.tsx';
import { PairCard } from './PairCard.tsx';
import { judgementOf } from './pair-commands.ts';
import { isBeyondPairing } from './story-pairs.ts';
import { useCurrentPair, useJudgements, usePairs } from './use-pairs.ts';
import './alignment.css';

/** The pairs of the open story beside its text: how far their judging is, and the current one. */
export function PairsPanel() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const found = usePairs();
  const judgements = useJudgements();
  const index = useCurrentPair(found);
  const by = useWorkspaceState(({ open, story }) =>
    open && story ? (open.project.alignments.get(`${open.currentDumpId}/${story.id}`)?.by ?? null) : null,
  );
  const story = useWorkspaceState((state) => state.story);
  const isTooLong = useMemo(() => found === null && story !== null && isBeyondPairing(story), [found, story]);
  if (!found) return isTooLong ? <p className="faint">{t('pair.tooLong')}</p> : null;
  const { pairs, edited, lost } = found;
  const pair = pairs[index];
  const judged = pairs.flatMap((each) => judgementOf(each, judgements)?.fidelity ?? []);
  return (
    <section className="pairs" aria-label={t('pair.section')}>
      <header className="pairs-head">
        <h3>{pair ? t('pair', { number: index + 1, count: pairs.length }) : t('pair.section')}</h3>
        <div className="buttons">
          <Step action="previous-pair" label={t('pair.previous')} sign="‹" />
          <Step action="next-pair" label={t('pair.next')} sign="›" />
        </div>
      </header>
      <p className="pairs-count">{t('pair.judged', { judged: judged.length, count: pairs.length })}</p>
      <FidelityTally fidelities={judged} />
      <p className="faint">
        {edited ? (by ? t('pair.edited', { by }) : null) : t('pair.suggested')}
        {lost > 0 ? ` ${t('pair.lost', { count: lost })}` : null}
      </p>
      {pair ? (
        <PairCard pairs={pairs} index={index} judgements={judgements} />
      ) : (
        <p className="faint">
          {t('pair.choose')} <KeyHint action="next-pair" />
        </p>
      )}
      {edited && editable ? (
        <button
          type="button"
          className="button small quiet"
          onClick={() => runAction(workspace, 'reset-pairs')}
        >
          {t('pair.reset')}
        </button>
      ) : null}
    </section>
  );
}

function Step({
  action,
  label,
  sign,
}: {
  action: 'next-pair' | 'previous-pair';
  label: string;
  sign: string;
}) {
  const workspace = useWorkspace();
  return (
    <button
      type="button"
      className="button small"
      aria-label={label}
      title={label}
      onClick={() => runAction(workspace, action)}
    >
      {sign} <KeyHint action={action} />
    </button>
  );
}
