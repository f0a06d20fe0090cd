import type { Block } from '../model/block.ts';
import type { ReportDocument } from '../model/document.ts';
import type { ReportTemplate } from '../options.ts';
import type { Report } from '../report.ts';
import { full } from './full.ts';

/** How each template lays a report out: blocks, one after the other. */
const TEMPLATES: Readonly<Record<ReportTemplate, (report: Report) => AsyncGenerator<Block>>> = {
  full,
  claims: full,
  translation: full,
  'claim-pages': full,
  summary: full,
};

/** A report as its template lays it out. */
export function documentOf(report: Report): ReportDocument {
  const { title, locale, other, options, provenance } = report;
  return {
    title,
    author: options.author.trim(),
    template: options.template,
    locale,
    otherLocale: other?.locale ?? null,
    exportedAt: provenance.exportedAt,
    version: provenance.version,
    blocks: TEMPLATES[options.template](report),
  };
}
