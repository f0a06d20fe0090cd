import { type DocxPart, docxParts } from '../../app/exports/docx.ts';
import type { Report } from '../../app/exports/report.ts';
import { documentOf } from '../../app/exports/templates/index.ts';
import { type StreamedEntry, streamedZip } from './zip-stream.ts';

/**
 * The report as a DOCX, packed as it is written. The same report gives the same bytes.
 * @throws UratoriError `export-quote-mismatch`, and what reading a dump refuses
 */
export async function* docxReport(report: Report): AsyncGenerator<Uint8Array> {
  yield* streamedZip(entries(report), 'report.docx');
}

function* entries(report: Report): Generator<StreamedEntry> {
  for (const { name, content } of docxParts(documentOf(report)))
    yield { name, bytes: null, content: encoded(content) };
}

async function* encoded(content: DocxPart['content']): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else for await (const text of content) yield Buffer.from(text);
}
