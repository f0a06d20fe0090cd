import type { ReportFormat, TranslationFormat } from './formats.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import type { Report } from './report.ts';
import { tbxReport } from './tbx.ts';
import { tmxReport } from './tmx.ts';

/** How each format of one text is written: a report in, chunks of it out. */
export const EXPORTERS: Readonly<
  Record<ReportFormat | TranslationFormat, (report: Report) => AsyncGenerator<string>>
> = {
  html: htmlReport,
  md: markdownReport,
  json: jsonReport,
  tmx: tmxReport,
  tbx: tbxReport,
};
