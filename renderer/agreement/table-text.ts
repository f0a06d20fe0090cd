import type { AgreementReport, MeasureRow } from '../../app/agreement/projects/report.ts';
import type { Translator } from '../i18n/translator.ts';
import { categoryWords, coderWords, figure, spanWords } from './words.ts';

/** Every measure as lines of cells with tabs between, as a spreadsheet takes them from the clipboard. */
export function tableText(report: AgreementReport, translator: Translator): string {
  const { t } = translator;
  const line = (...cells: string[]) => cells.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t');
  const rowOf = (about: string, item: string, { measure, between, n, result }: MeasureRow) => {
    const value = result.kind === 'value' ? result : null;
    return line(
      about,
      item,
      t(`agreement.measure.${measure}`),
      coderWords(between, report, translator),
      String(n),
      value ? figure(value.value).replace('−', '-') : '',
      value?.interval ? `${value.interval.low.toFixed(3)}–${value.interval.high.toFixed(3)}` : '',
    );
  };
  const lines = [
    line(
      '',
      t('agreement.answer'),
      t('agreement.measure'),
      t('agreement.coders-column'),
      t('agreement.n'),
      t('agreement.value'),
      t('agreement.interval'),
    ),
  ];
  for (const { id, measures, byCategory, categories, units } of report.questions) {
    const about = t(`agreement.question.${id}`);
    for (const row of measures) lines.push(rowOf(about, '', row));
    for (const { category, agreement } of byCategory) {
      if (agreement.kind !== 'value') continue;
      const named = categories.find((each) => each.id === category) ?? { id: category, label: null };
      const row: MeasureRow = { measure: 'specific', between: null, n: units, result: agreement };
      lines.push(rowOf(about, categoryWords(id, named, translator), row));
    }
  }
  for (const { path, measures } of report.tags)
    for (const row of measures) lines.push(rowOf(t('agreement.tags'), path.join(' › '), row));
  for (const spans of report.spans) {
    const item = spanWords(spans, translator);
    for (const { measures } of spans.pairs)
      for (const row of measures) lines.push(rowOf(t('agreement.spans'), item, row));
    if (spans.gamma?.result.kind !== 'value') continue;
    const { value } = spans.gamma.result;
    const result = { kind: 'value', value, interval: null } as const;
    const row: MeasureRow = { measure: 'gamma', between: null, n: spans.gamma.stories, result };
    lines.push(rowOf(t('agreement.spans'), item, row));
  }
  return `${lines.join('\n')}\n`;
}
