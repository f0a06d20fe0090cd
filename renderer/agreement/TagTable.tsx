import type { AgreementReport } from '../../app/agreement/projects/report.ts';
import { useTranslator } from '../i18n/context.ts';
import { intervalWords, resultWords } from './words.ts';

/** Each tag as a question about each story. */
export function TagTable({ report }: { report: AgreementReport }) {
  const translator = useTranslator();
  const { t } = translator;
  const { coders, tags } = report;
  const measure = coders.length > 2 ? 'fleiss' : 'cohen';
  // Of more than two coders tags have none.
  const withIntervals = coders.length === 2;
  return (
    <section className="agreement-part" aria-label={t('agreement.tags')}>
      <h3>{t('agreement.tags')}</h3>
      <p className="agreement-facts">{t('agreement.tags-hint')}</p>
      <div className="agreement-wide">
        <table aria-label={t('agreement.tags')}>
          <thead>
            <tr>
              <th scope="col">{t('agreement.tag')}</th>
              <th scope="col" className="number">
                {t('agreement.stories-column')}
              </th>
              {coders.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
              {coders.length === 2 ? (
                <th scope="col" className="number">
                  {t('agreement.both')}
                </th>
              ) : null}
              <th scope="col" className="number" title={t('agreement.means.specific')}>
                {t('agreement.measure.specific')}
              </th>
              <th scope="col" className="number" title={t(`agreement.means.${measure}`)}>
                {t(`agreement.measure.${measure}`)}
              </th>
              {withIntervals ? (
                <th scope="col" className="number">
                  {t('agreement.interval')}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {tags.map(({ tagId, path, stories, given, table, measures }) => {
              const resultOf = (id: string) => measures.find((row) => row.measure === id)?.result;
              const [specific, kappa] = [resultOf('specific'), resultOf(measure)];
              return (
                <tr key={tagId}>
                  <th scope="row">{path.join(' › ')}</th>
                  <td className="number">{stories}</td>
                  {coders.map(({ name }, coder) => (
                    <td key={name} className="number">
                      {given[coder]}
                    </td>
                  ))}
                  {coders.length === 2 ? <td className="number">{table?.[0]}</td> : null}
                  <td className="number">{specific ? resultWords(specific, translator) : ''}</td>
                  <td className="number agreement-value">{kappa ? resultWords(kappa, translator) : ''}</td>
                  {withIntervals ? (
                    <td className="number">{kappa ? intervalWords(kappa, translator) : ''}</td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
