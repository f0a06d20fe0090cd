import type { CSSProperties } from 'react';
import type { PairRanges } from '../../app/translation/align.ts';
import type { Fidelity } from '../../app/translation/judgement.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { choosePair } from './choose-pair.ts';
import { FidelityMark } from './FidelityMark.tsx';
import { pairAt, placeOf } from './story-pairs.ts';

interface Props {
  pair: PairRanges;
  index: number;
  fidelity: Fidelity | null;
}

/** Between the sides of a pair: how it was judged. Choosing it opens the pair beside the text. */
export function PairMark({ pair, index, fidelity }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const current = useWorkspaceState((state) => state.pair !== null && pairAt([pair], state.pair) === 0);
  const label = t('pair.mark', { number: index + 1, fidelity: t(`fidelity.${fidelity ?? 'none'}`) });
  return (
    <button
      type="button"
      className="pair-mark"
      style={{ '--row': index } as CSSProperties}
      // Keys for the next and the previous pair, and the inspector, do the same without a stop a row.
      tabIndex={-1}
      aria-label={label}
      title={label}
      aria-current={current || undefined}
      onClick={() => choosePair(workspace, placeOf(pair))}
    >
      <FidelityMark fidelity={fidelity} />
    </button>
  );
}
