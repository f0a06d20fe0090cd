import type { AgreementReport, MeasureId, SpanReport } from '../../app/agreement/projects/report.ts';
import { useTranslator } from '../i18n/context.ts';
import { coderWords, figure, resultWords, spanWords } from './words.ts';

const MEASURES: MeasureId[] = ['span-exact', 'span-overlap', 'span-jaccard', 'span-kappa'];

/** How far coders marked the same words, and gamma. */
export function Spans({ report }: { report: AgreementReport }) {
  const translator = useTranslator();
  const { t } = translator;
  const { spans } = report;
  const marked = spans.filter(({ pairs }) => pairs.some(({ spans: [one, other] }) => one + other > 0));
  const withGamma = marked.filter(({ gamma }) => gamma !== null);
  return (
    <section className="agreement-part" aria-label={t('agreement.spans')}>
      <h3>{t('agreement.spans')}</h3>
      {marked.length === 0 ? <p className="agreement-facts">{t('agreement.no-spans')}</p> : null}
      {withGamma.length > 0 ? (
        <div className="agreement-wide">
          <table aria-label={t('agreement.measure.gamma')}>
            <thead>
              <tr>
                <th scope="col">{t('agreement.span-kind')}</th>
                <th scope="col" className="number">
                  {t('agreement.measure.gamma')}
                </th>
                <th scope="col" aria-label={t('agreement.measure')} />
              </tr>
            </thead>
            <tbody>
              {withGamma.map((row) => (
                <GammaRow key={row.kind} row={row} />
              ))}
            </tbody>
          </table>
          <p className="agreement-means">{t('agreement.means.gamma')}</p>
        </div>
      ) : null}
      {marked.length > 0 ? (
        <div className="agreement-wide">
          <table aria-label={t('agreement.spans')}>
            <thead>
              <tr>
                <th scope="col">{t('agreement.span-kind')}</th>
                <th scope="col">{t('agreement.coders-column')}</th>
                <th scope="col" className="number">
                  {t('agreement.span-counts')}
                </th>
                {MEASURES.map((id) => (
                  <th key={id} scope="col" className="number">
                    {t(`agreement.measure.${id}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {marked.flatMap((row) =>
                row.pairs.map(({ between, spans: counts, measures }) => (
                  <tr key={`${row.kind} ${row.tagId} ${between.join(' ')}`}>
                    <th scope="row">{spanWords(row, translator)}</th>
                    <td>{coderWords(between, report, translator)}</td>
                    <td className="number">{counts.join(', ')}</td>
                    {MEASURES.map((id) => {
                      const found = measures.find(({ measure }) => measure === id);
                      return (
                        <td key={id} className="number">
                          {found ? resultWords(found.result, translator) : '–'}
                        </td>
                      );
                    })}
                  </tr>
                )),
              )}
            </tbody>
          </table>
          <dl className="agreement-legend">
            {MEASURES.map((id) => (
              <div key={id}>
                <dt>{t(`agreement.measure.${id}`)}</dt>
                <dd>{t(`agreement.means.${id}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </section>
  );
}

function GammaRow({ row }: { row: SpanReport }) {
  const translator = useTranslator();
  const { t } = translator;
  if (!row.gamma) return null;
  const { stories, result } = row.gamma;
  return (
    <tr>
      <th scope="row">{spanWords(row, translator)}</th>
      {result.kind === 'value' ? (
        <>
          <td className="number agreement-value">{figure(result.value)}</td>
          <td className="agreement-means">
            {t('agreement.gamma-of', {
              stories,
              samples: result.samples,
              precision: `${(result.precision * 100).toFixed(1)} %`,
            })}
          </td>
        </>
      ) : (
        <td colSpan={2} className="agreement-means">
          {resultWords(result, translator)}
        </td>
      )}
    </tr>
  );
}
