import { bodyOf } from './docx/blocks.ts';
import { bytesOf, logoPart } from './docx/logo.ts';
import { Package } from './docx/package.ts';
import {
  appProperties,
  contentTypes,
  coreProperties,
  DOCUMENT_END,
  DOCUMENT_START,
  documentRelationships,
  fontTable,
  footer,
  footnoteRelationships,
  footnotes,
  header,
  numbering,
  packageRelationships,
  settings,
} from './docx/parts.ts';
import { stylesXml } from './docx/styles.ts';
import type { ReportDocument } from './model/document.ts';

/** One file of the package that a DOCX is. */
export interface DocxPart {
  name: string;
  content: AsyncIterable<string> | Iterable<string> | Uint8Array;
}

/**
 * A report that is laid out, as a word processor's document (ISO/IEC 29500-1, WordprocessingML): the parts in the order in which they are to be read, the
 * text itself block by block. What follows the text is known only when it is written.
 */
export function* docxParts(report: ReportDocument): Generator<DocxPart> {
  const pack = new Package(report.locale, report.otherLocale);
  yield { name: '[Content_Types].xml', content: [contentTypes()] };
  yield { name: '_rels/.rels', content: [packageRelationships()] };
  yield { name: 'docProps/core.xml', content: [coreProperties(report)] };
  yield { name: 'docProps/app.xml', content: [appProperties(report)] };
  yield { name: 'word/document.xml', content: documentOf(pack, report) };
  yield { name: 'word/footnotes.xml', content: footnotes(pack) };
  yield { name: 'word/_rels/document.xml.rels', content: [documentRelationships(pack)] };
  yield { name: 'word/_rels/footnotes.xml.rels', content: [footnoteRelationships(pack)] };
  yield { name: 'word/numbering.xml', content: [numbering(pack)] };
  yield { name: 'word/styles.xml', content: [stylesXml(report.locale === 'ja')] };
  yield { name: 'word/settings.xml', content: [settings()] };
  yield { name: 'word/fontTable.xml', content: [fontTable()] };
  yield { name: 'word/header1.xml', content: [header(report)] };
  yield { name: 'word/footer1.xml', content: [footer()] };
  if (pack.logo) yield { name: `word/${logoPart(pack.logo)}`, content: bytesOf(pack.logo.base64) };
}

async function* documentOf(pack: Package, report: ReportDocument): AsyncGenerator<string> {
  yield DOCUMENT_START;
  yield* bodyOf(pack, report.blocks);
  yield DOCUMENT_END;
}
