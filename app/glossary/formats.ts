import type { GlossaryEntry } from './entry.ts';
import type { GlossaryFormat } from './format-ids.ts';
import type { ReadGlossary } from './reading.ts';
import { glossaryTable, readGlossaryTable, type UsualLanguages } from './table.ts';
import { glossaryTbx, readTbx } from './tbx.ts';

/** The entries in the order of their wordings, so that the same glossary gives the same file. */
export function* glossaryText(
  entries: Iterable<GlossaryEntry>,
  format: GlossaryFormat,
  title: string,
): Generator<string> {
  const order = [...entries].sort(
    (a, b) => compare(a.source, b.source) || compare(a.targetLang, b.targetLang) || compare(a.id, b.id),
  );
  switch (format) {
    case 'tsv':
      return yield* glossaryTable(order, '\t');
    case 'csv':
      return yield* glossaryTable(order, ',');
    case 'tbx':
      return yield* glossaryTbx(order, 3, title);
    case 'tbx-2':
      return yield* glossaryTbx(order, 2, title);
  }
}

/** Reads a glossary whose format its content tells: XML, or a table with tabs or commas. */
export async function readGlossary(text: string, usual: UsualLanguages): Promise<ReadGlossary> {
  if (/^\ufeff?\s*<(?:\?xml|!DOCTYPE|!--|martif|tbx|\w+:tbx)/iu.test(text)) return readTbx(text);
  const [firstLine = ''] = text.split(/\r?\n|\r/u, 1);
  return readGlossaryTable(text, firstLine.includes('\t') ? '\t' : ',', usual);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
