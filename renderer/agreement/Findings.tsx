import type { AgreementReport } from '../../app/agreement/projects/report.ts';
import { useTranslator } from '../i18n/context.ts';
import type { AgreementChoice } from '../store/state.ts';
import { Question } from './Question.tsx';
import { Spans } from './Spans.tsx';
import { TagTable } from './TagTable.tsx';

/** What came of a comparison, question by question. Questions that nobody was asked are left out. */
export function Findings({ report, choice }: { report: AgreementReport; choice: AgreementChoice }) {
  const { t } = useTranslator();
  const { coders, stories, inheritedSpans, placeless } = report;
  const asked = report.questions.filter(
    ({ id, units, unanswered, inherited, alone }) =>
      id === 'ratings' || units + unanswered + inherited + alone.reduce((sum, count) => sum + count, 0) > 0,
  );
  return (
    <>
      <p role="status">
        {t('agreement.coders', { names: coders.map(({ name }) => name).join(' – '), ...stories })}
      </p>
      {inheritedSpans > 0 ? <p>{t('agreement.inherited-spans', { count: inheritedSpans })}</p> : null}
      {placeless > 0 ? <p>{t('agreement.placeless', { count: placeless })}</p> : null}
      <p className="dialog-hint">{t('agreement.how-much')}</p>
      {asked.map((question) => (
        <Question key={question.id} question={question} report={report} choice={choice} />
      ))}
      {report.tags.length > 0 ? <TagTable report={report} /> : null}
      <Spans report={report} />
    </>
  );
}
