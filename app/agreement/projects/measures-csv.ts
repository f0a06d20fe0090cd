import { type Row, tableText } from '../../interchange/csv/table.ts';
import type { AgreementReport, MeasureRow } from './report.ts';

const COLUMNS = [
  'about',
  'item',
  'measure',
  'coders',
  'n',
  'value',
  'interval_low',
  'interval_high',
  'not_computable',
] as const;

/** Every measure of a report as CSV, one a row, with the ids of the program for names; numbers in full. */
export function measuresCsv(report: AgreementReport): string {
  const { coders, questions, tags, spans } = report;
  const rows: Row<(typeof COLUMNS)[number]>[] = [];
  const add = (about: string, item: string, { measure, between, n, result }: MeasureRow) => {
    const value = result.kind === 'value' ? result : null;
    rows.push({
      about,
      item,
      measure,
      coders: (between ?? coders.map((_, place) => place))
        .map((place) => coders[place]?.name ?? '')
        .join(' – '),
      n: String(n),
      value: value ? String(value.value) : '',
      interval_low: value?.interval ? String(value.interval.low) : '',
      interval_high: value?.interval ? String(value.interval.high) : '',
      not_computable: result.kind === 'value' ? '' : result.why,
    });
  };
  for (const { id, measures, byCategory, units } of questions) {
    for (const row of measures) add(id, '', row);
    for (const { category, agreement } of byCategory)
      add(id, category, { measure: 'specific', between: null, n: units, result: agreement });
  }
  for (const { path, measures } of tags)
    for (const row of measures) add('tag-on-story', path.join(' › '), row);
  for (const { kind, path, pairs, gamma } of spans) {
    for (const { measures } of pairs) for (const row of measures) add(`${kind}-spans`, path.join(' › '), row);
    if (!gamma) continue;
    const { result, stories } = gamma;
    add(`${kind}-spans`, path.join(' › '), {
      measure: 'gamma',
      between: null,
      n: stories,
      result: result.kind === 'value' ? { kind: 'value', value: result.value, interval: null } : result,
    });
  }
  return [...tableText(COLUMNS, rows)].join('');
}
