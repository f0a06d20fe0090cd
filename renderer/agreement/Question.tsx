import type { AgreementReport, QuestionReport } from '../../app/agreement/projects/report.ts';
import { useTranslator } from '../i18n/context.ts';
import type { AgreementChoice } from '../store/state.ts';
import { Confusion } from './Confusion.tsx';
import { MeasureTable } from './MeasureTable.tsx';
import { categoryWords, resultWords } from './words.ts';

/** How far coders agree in what they answered to one question. */
export function Question({
  question,
  report,
  choice,
}: {
  question: QuestionReport;
  report: AgreementReport;
  choice: AgreementChoice;
}) {
  const translator = useTranslator();
  const { t } = translator;
  const { id, units, unanswered, inherited, alone, measures, byCategory, categories } = question;
  const title = t(`agreement.question.${id}`);
  const facts = [
    t('agreement.units', { units }),
    ...(unanswered > 0 ? [t('agreement.unanswered', { count: unanswered })] : []),
    ...(inherited > 0 ? [t('agreement.inherited', { count: inherited })] : []),
    ...report.coders.flatMap(({ name }, coder) => {
      const count = alone[coder] ?? 0;
      return count > 0 ? [t('agreement.alone', { count, name })] : [];
    }),
  ];
  const used = byCategory.filter(({ given }) => given.some((count) => count > 0));
  return (
    <section className="agreement-part" aria-label={title}>
      <h3>{title}</h3>
      <p className="agreement-facts">{facts.join(' ')}</p>
      {units > 0 ? (
        <>
          <MeasureTable measures={measures} report={report} label={title} />
          <Confusion question={question} report={report} choice={choice} />
          {used.length > 0 ? (
            <div className="agreement-wide">
              <table aria-label={`${title}: ${t('agreement.by-answer')}`}>
                <thead>
                  <tr>
                    <th scope="col">{t('agreement.answer')}</th>
                    {report.coders.map(({ name }) => (
                      <th key={name} scope="col" className="number">
                        {name}
                      </th>
                    ))}
                    <th scope="col" className="number" title={t('agreement.means.specific')}>
                      {t('agreement.measure.specific')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {used.map(({ category, given, agreement }) => (
                    <tr key={category}>
                      <th scope="row">
                        {categoryWords(
                          id,
                          categories.find((each) => each.id === category) ?? { id: category, label: null },
                          translator,
                        )}
                      </th>
                      {report.coders.map(({ name }, coder) => (
                        <td key={name} className="number">
                          {given[coder]}
                        </td>
                      ))}
                      <td className="number">{resultWords(agreement, translator)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className="agreement-means">{t('agreement.means.specific')}</p>
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
