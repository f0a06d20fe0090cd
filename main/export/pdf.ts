import { htmlReport } from '../../app/exports/html.ts';
import type { Report } from '../../app/exports/report.ts';
import { finishPdf } from '../print/finish-pdf.ts';
import { printablePage } from '../print/printable-page.ts';
import type { PrintPort } from './print-port.ts';

/**
 * The HTML report as it prints, as a PDF: bookmarks, tags, live links, page numbers, Japanese fonts. The same report
 * printed by the same browser gives the same bytes.
 * @throws UratoriError what `PrintPort` does, `export-quote-mismatch`, and what reading a dump refuses
 */
export async function printedReport(
  report: Report,
  printer: PrintPort,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const { title, options, provenance } = report;
  const pdf = await printer.print(printablePage(htmlReport(report)), signal);
  return finishPdf(pdf, {
    title,
    author: options.author.trim(),
    creator: `Uratori ${provenance.version}`,
    at: provenance.exportedAt,
  });
}
