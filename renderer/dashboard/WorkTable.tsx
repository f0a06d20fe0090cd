import { useId } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { type Chart, tallyOf } from './chart.ts';
import { NumberLink } from './NumberLink.tsx';

/** Who did what. Numbers side by side that add up to nothing, so no bars. */
export function WorkTable({ chart }: { chart: Chart }) {
  const { t } = useTranslator();
  const id = useId();
  return (
    <section className="overview-panel" aria-labelledby={id}>
      <header>
        <h3 id={id}>{t('overview.people')}</h3>
      </header>
      {chart.rows.length === 0 ? (
        <p className="overview-empty">{t('overview.nothing-done')}</p>
      ) : (
        <div className="overview-table">
          <table aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{t('overview.person')}</th>
                {chart.series.map(({ key, label }) => (
                  <th key={key} scope="col" className="number">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chart.rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label}</th>
                  {chart.series.map((series) => {
                    const tally = tallyOf(row, series);
                    return (
                      <td key={series.key} className="number">
                        <NumberLink
                          tally={tally}
                          of={`${row.label}, ${series.label}`}
                          unit="stories"
                          filter={{ stories: [...tally.stories] }}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
