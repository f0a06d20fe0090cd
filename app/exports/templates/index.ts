import type { Block } from '../model/block.ts';
import type { ReportDocument } from '../model/document.ts';
import type { ReportTemplate } from '../options.ts';
import type { Report } from '../report.ts';
import { claimPages } from './claim-pages.ts';
import { claims } from './claims.ts';
import { full } from './full.ts';
import { summary } from './summary.ts';
import { translation } from './translation.ts';

/** How each template lays a report out: blocks, one after the other. */
const TEMPLATES: Readonly<Record<ReportTemplate, (report: Report) => AsyncGenerator<Block>>> = {
  full,
  claims,
  translation,
  'claim-pages': claimPages,
  summary,
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
