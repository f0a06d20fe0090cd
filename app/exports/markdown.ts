import { blockOf } from './markdown/blocks.ts';
import type { ReportDocument } from './model/document.ts';
import type { Report } from './report.ts';
import { documentOf } from './templates/index.ts';

/**
 * The report as Markdown (GitHub's flavour with its footnotes, https://github.github.com/gfm/), made to be read
 * without a viewer too: charts are tables, evidence stands right below its claim, the logo is left out. Text of dumps
 * and people is escaped; the only tags are line breaks, targets of links and emphasis of ours.
 * @throws UratoriError `export-quote-mismatch`
 */
export function markdownReport(report: Report): AsyncGenerator<string> {
  return markdownOf(documentOf(report));
}

/** A report that is laid out, as Markdown. */
export async function* markdownOf({ blocks }: ReportDocument): AsyncGenerator<string> {
  for await (const block of blocks) yield* blockOf(block);
}
