import type { PairRanges } from '../../app/translation/align.ts';
import { FIDELITIES, type Judgement } from '../../app/translation/judgement.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { FidelityMark } from './FidelityMark.tsx';
import { judge } from './pair-commands.ts';

/** The five judgements, each with its sign, word and key. Chosen here, the pair stays; by key, the next one follows. */
export function FidelityChoice({ pair, judgement }: { pair: PairRanges; judgement: Judgement | null }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  return (
    <fieldset className="fidelity-choice" disabled={!editable}>
      <legend className="label">{t('fidelity')}</legend>
      {FIDELITIES.map((fidelity) => (
        <button
          key={fidelity}
          type="button"
          className="fidelity-button"
          data-fidelity={fidelity}
          aria-pressed={judgement?.fidelity === fidelity}
          onClick={() => {
            const desk = workspace.desk();
            if (desk) void workspace.execute(judge(desk, pair, fidelity));
          }}
        >
          <FidelityMark fidelity={fidelity} />
          <span>{t(`fidelity.${fidelity}`)}</span>
          <KeyHint action={`fidelity-${fidelity}`} />
        </button>
      ))}
    </fieldset>
  );
}
