import type { Locale } from '../../settings.ts';
import type { ReportTemplate } from '../options.ts';
import type { Block } from './block.ts';

/** A report, laid out and not yet written: what every writer (HTML, Markdown, DOCX) is given. */
export interface ReportDocument {
  title: string;
  /** Empty: nobody signs. */
  author: string;
  template: ReportTemplate;
  /** Of everything that says nothing else. */
  locale: Locale;
  /** Of `Label.other`; null: the report is in one language. */
  otherLocale: Locale | null;
  /** ISO 8601 in UTC. */
  exportedAt: string;
  /** Of the program. */
  version: string;
  /**
   * To be read once. A quote that does not stand in its text is refused while they are read.
   * @throws UratoriError `export-quote-mismatch`
   */
  blocks: AsyncIterable<Block>;
}
