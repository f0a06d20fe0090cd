import { type ReactNode, useId, useState } from 'react';
import { STANDINGS } from '../../app/overview/verdicts.ts';
import { useTranslator } from '../i18n/context.ts';
import { type MarkedOutcome, OutcomeMark } from '../ui/OutcomeMark.tsx';
import { BarChart } from './BarChart.tsx';
import { ChartTable } from './ChartTable.tsx';
import { ColumnChart } from './ColumnChart.tsx';
import { type Chart, seriesInUse } from './chart.ts';

/** Rows that are drawn before somebody asks for all. */
const FIRST_ROWS = 12;

interface Props {
  title: string;
  /** What the rows are. */
  head: string;
  chart: Chart;
  kind: 'bars' | 'columns';
  empty: string;
  note?: ReactNode;
}

/** A chart with its title and legend, which can be read as a table instead. */
export function ChartPanel({ title, head, chart, kind, empty, note }: Props) {
  const { t } = useTranslator();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const [all, setAll] = useState(false);
  const series = seriesInUse(chart);
  const cut = kind === 'bars' && !all && chart.rows.length > FIRST_ROWS + 2;
  const shown = cut ? { ...chart, rows: chart.rows.slice(0, FIRST_ROWS) } : chart;
  return (
    <section className="overview-panel" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {series.length > 0 ? (
          <button
            type="button"
            className="button small table-switch"
            aria-pressed={asTable}
            aria-describedby={id}
            onClick={() => setAsTable(!asTable)}
          >
            {t('overview.table')}
          </button>
        ) : null}
      </header>
      {series.length === 0 ? (
        <p className="overview-empty">{empty}</p>
      ) : asTable ? (
        <div className="overview-table">
          <ChartTable chart={shown} label={title} head={head} />
        </div>
      ) : (
        <>
          {series.length > 1 ? (
            <ul className="legend" aria-label={t('overview.legend')}>
              {series.map(({ key, label }) => (
                <li key={key}>
                  {isOutcome(key) ? (
                    <OutcomeMark outcome={key} />
                  ) : (
                    <span className="swatch" data-series={key} />
                  )}
                  {label}
                </li>
              ))}
            </ul>
          ) : null}
          {kind === 'bars' ? (
            <BarChart chart={shown} />
          ) : (
            <ColumnChart chart={shown} label={t('overview.drawn', { title })} />
          )}
        </>
      )}
      {cut ? (
        <button type="button" className="button quiet small" onClick={() => setAll(true)}>
          {t('overview.all-rows', { rows: chart.rows.length })}
        </button>
      ) : null}
      {note}
    </section>
  );
}

function isOutcome(key: string): key is MarkedOutcome {
  return STANDINGS.some((standing) => standing === key);
}
