import type { ReportFormat, TranslationFormat } from './formats.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import type { Report } from './report.ts';
import { tbxReport } from './tbx.ts';
import { tmxReport } from './tmx.ts';

/** Formats that are one text. A PDF is the HTML report, printed; a DOCX is packed. */
export type TextFormat = Exclude<ReportFormat | TranslationFormat, 'pdf' | 'docx'>;

/** How each of them is written: a report in, chunks of text out. */
export const EXPORTERS: Readonly<Record<TextFormat, (report: Report) => AsyncGenerator<string>>> = {
  html: htmlReport,
  md: markdownReport,
  json: jsonReport,
  tmx: tmxReport,
  tbx: tbxReport,
};
