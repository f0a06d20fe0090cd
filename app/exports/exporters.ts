import type { ReportFormat } from './formats.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import type { Report } from './report.ts';
import { tmxReport } from './tmx.ts';

/** How each format is written: a report in, chunks of text out. */
export const EXPORTERS: Readonly<Record<ReportFormat, (report: Report) => AsyncGenerator<string>>> = {
  html: htmlReport,
  md: markdownReport,
  json: jsonReport,
  tmx: tmxReport,
};
