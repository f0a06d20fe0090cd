import { csvLine } from './csv-line.ts';
import type { AgreementReport, Category, QuestionId } from './report.ts';

/**
 * The confusion matrices of a question as CSV (RFC 4180), for each two coders one, with a blank line between: a row a
 * category of the one, a column a category of the other, both by name in the top left cell.
 */
export function confusionCsv(
  report: AgreementReport,
  question: QuestionId,
  nameOf: (category: Category) => string = ({ id, label }) => label?.en ?? id,
): string {
  const found = report.questions.find(({ id }) => id === question);
  if (!found) return '';
  const tables = found.confusions.map(({ between: [one, other], counts }) => {
    const [rows, columns] = [report.coders[one]?.name ?? '', report.coders[other]?.name ?? ''];
    const header = [`${rows} \\ ${columns}`, ...found.categories.map(nameOf)];
    const lines = counts.map((cells, place) => {
      const category = found.categories[place];
      return [category ? nameOf(category) : '', ...cells];
    });
    return [header, ...lines].map(csvLine).join('');
  });
  // Without the mark Excel reads UTF-8 wrongly.
  return `\ufeff${tables.join('\r\n')}`;
}
