import { csvLine } from './csv-line.ts';
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
  const lines = [csvLine(COLUMNS)];
  const add = (about: string, item: string, { measure, between, n, result }: MeasureRow) => {
    const whom = (between ?? coders.map((_, place) => place)).map((place) => coders[place]?.name ?? '');
    const figures =
      result.kind === 'value'
        ? [result.value, result.interval?.low ?? '', result.interval?.high ?? '', '']
        : ['', '', '', result.why];
    lines.push(csvLine([about, item, measure, whom.join(' – '), n, ...figures]));
  };
  for (const { id, measures, byCategory, units } of questions) {
    if (units === 0) continue;
    for (const row of measures) add(id, '', row);
    for (const { category, agreement } of byCategory)
      add(id, category, { measure: 'specific', between: null, n: units, result: agreement });
  }
  for (const { path, measures } of tags)
    for (const row of measures) add('tag-on-story', path.join(' › '), row);
  for (const { kind, path, pairs, gamma } of spans) {
    const item = path.join(' › ');
    for (const { measures } of pairs) for (const row of measures) add(`${kind}-spans`, item, row);
    if (!gamma) continue;
    const { result, stories } = gamma;
    const plain =
      result.kind === 'value' ? { kind: result.kind, value: result.value, interval: null } : result;
    add(`${kind}-spans`, item, { measure: 'gamma', between: null, n: stories, result: plain });
  }
  // Without the mark Excel reads UTF-8 wrongly.
  return `\ufeff${lines.join('')}`;
}
