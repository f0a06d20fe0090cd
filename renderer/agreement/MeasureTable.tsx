import type { AgreementReport, MeasureRow } from '../../app/agreement/projects/report.ts';
import { useTranslator } from '../i18n/context.ts';
import { coderWords, intervalWords, resultWords } from './words.ts';

/** Measures, each with what it means in a sentence, once. */
export function MeasureTable({
  measures,
  report,
  label,
}: {
  measures: readonly MeasureRow[];
  report: AgreementReport;
  label: string;
}) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <div className="agreement-wide">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.measure')}</th>
            <th scope="col">{t('agreement.coders-column')}</th>
            <th scope="col" className="number">
              {t('agreement.n')}
            </th>
            <th scope="col" className="number">
              {t('agreement.value')}
            </th>
            <th scope="col" className="number">
              {t('agreement.interval')}
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ measure, between, n, result }, place) => (
            <tr key={`${measure} ${between?.join(' ')}`}>
              <th scope="row">
                {t(`agreement.measure.${measure}`)}
                {measures[place - 1]?.measure === measure ? null : (
                  <span className="agreement-means">{t(`agreement.means.${measure}`)}</span>
                )}
              </th>
              <td>{coderWords(between, report, translator)}</td>
              <td className="number">{n}</td>
              <td className="number agreement-value">{resultWords(result, translator)}</td>
              <td className="number">{intervalWords(result, translator)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
