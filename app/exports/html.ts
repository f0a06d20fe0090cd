import { contents, legend, masthead, provenanceSection } from './html/front.ts';
import { html } from './html/markup.ts';
import { storyArticle } from './html/story.ts';
import { styleSheet } from './html/style.ts';
import { codebookSection, scaleSection, summarySection } from './html/tables.ts';
import { inTurn, type Report } from './report.ts';
import { summarise } from './summary.ts';

/** Nothing is loaded, nothing runs, whatever a dump says. Pictures by `data:` alone, styles from this file. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one self-contained HTML file, story by story.
 * @throws UratoriError `export-quote-mismatch`
 */
export async function* htmlReport(report: Report): AsyncGenerator<string> {
  const summary = summarise(report.project, report.keys);
  yield html`<!doctype html>
<html lang="${report.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Uratori ${report.provenance.version}">
<title>${report.title}</title>
${styleSheet(report.title)}
</head>
<body>
`.source;
  yield masthead(report, summary).source;
  yield '<main>\n';
  yield provenanceSection(report).source;
  yield summarySection(report, summary).source;
  yield scaleSection(report).source;
  yield codebookSection(report, summary)?.source ?? '';
  for (const part of contents(report)) yield part.source;
  yield legend(report).source;
  yield html`<section class="stories" aria-labelledby="stories"><h2 id="stories">${report.translate('stories')}</h2>
`.source;
  for await (const story of inTurn(report)) yield storyArticle(report, story).source;
  yield '</section>\n</main>\n</body>\n</html>\n';
}
