import { useTranslator } from '../i18n/context.ts';
import { type Chart, filterFor, seriesInUse, tallyOf, totalOf } from './chart.ts';
import { NumberLink } from './NumberLink.tsx';

/** A chart in numbers: a row a group, a column a series. */
export function ChartTable({ chart, label, head }: { chart: Chart; label: string; head: string }) {
  const { t } = useTranslator();
  const series = seriesInUse(chart);
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {series.map((each) => (
            <th key={each.key} scope="col" className="number">
              {each.label}
            </th>
          ))}
          {series.length > 1 ? (
            <th scope="col" className="number">
              {t('overview.total')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => {
          const total = totalOf(row, series);
          return (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {series.map((each) => {
                const tally = tallyOf(row, each);
                return (
                  <td key={each.key} className="number">
                    <NumberLink
                      tally={tally}
                      of={row.label === each.label ? row.label : `${row.label}, ${each.label}`}
                      unit={chart.unit}
                      filter={filterFor(row, each, tally)}
                    />
                  </td>
                );
              })}
              {series.length > 1 ? (
                <td className="number">
                  <NumberLink
                    tally={total}
                    of={row.label}
                    unit={chart.unit}
                    filter={filterFor(row, { filter: null }, total)}
                  />
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
