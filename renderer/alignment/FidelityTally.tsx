import { FIDELITIES, type Fidelity } from '../../app/translation/judgement.ts';
import { useTranslator } from '../i18n/context.ts';
import { FidelityMark } from './FidelityMark.tsx';

/** How many pairs were judged how; what nobody chose is left out. */
export function FidelityTally({ fidelities }: { fidelities: readonly Fidelity[] }) {
  const { t } = useTranslator();
  if (fidelities.length === 0) return null;
  return (
    <ul className="fidelity-tally" aria-label={t('fidelity')}>
      {FIDELITIES.flatMap((fidelity) => {
        const count = fidelities.filter((each) => each === fidelity).length;
        return count === 0
          ? []
          : [
              <li key={fidelity}>
                <FidelityMark fidelity={fidelity} /> {t(`fidelity.${fidelity}`)} {count}
              </li>,
            ];
      })}
    </ul>
  );
}
