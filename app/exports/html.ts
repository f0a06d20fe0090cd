import { blocksOf } from './html/blocks.ts';
import { html } from './html/markup.ts';
import { styleSheet } from './html/style.ts';
import type { ReportDocument } from './model/document.ts';
import type { Report } from './report.ts';
import { documentOf } from './templates/index.ts';

/** Nothing is loaded, nothing runs, whatever a dump says. Pictures and fonts by `data:` alone, styles from this file. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one self-contained HTML file, story by story.
 * @throws UratoriError `export-quote-mismatch`
 */
export function htmlReport(report: Report): AsyncGenerator<string> {
  return htmlOf(documentOf(report));
}

/** A report that is laid out, as HTML. */
export async function* htmlOf(report: ReportDocument): AsyncGenerator<string> {
  const author = report.author === '' ? null : html`<meta name="author" content="${report.author}">\n`;
  yield html`<!doctype html>
<html lang="${report.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Uratori ${report.version}">
${author}<title>${report.title}</title>
${styleSheet(report.title)}
</head>
<body class="${report.template}">
`.source;
  for await (const markup of blocksOf(report, report.blocks)) yield markup.source;
  yield '</body>\n</html>\n';
}
