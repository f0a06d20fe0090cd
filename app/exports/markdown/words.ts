import type { Source } from '../../story.ts';
import { readableDate } from '../dates.ts';
import { VERDICT_SIGNS } from '../labels.ts';
import { safeLink } from '../links.ts';
import type { Report } from '../report.ts';
import type { Verdict } from '../summary.ts';
import { escapeLabel, escapeLine, escapeLines, isAddress } from './escape.ts';

/** A link where the address is safe, else the words alone. */
export function link(address: string, words: string): string {
  return words === address && isAddress(address) ? `<${address}>` : linkOf(address, escapeLabel(words));
}

/** The same for words that are Markdown already, and hold no link. */
export function linkOf(address: string, words: string): string {
  const href = safeLink(address);
  return href === null ? words : `[${words}](<${href.replaceAll('&', '&amp;').replaceAll('|', '%7C')}>)`;
}

export function date(iso: string, { locale }: Pick<Report, 'locale'>): string {
  return escapeLine(readableDate(iso, locale));
}

export function sourceName(source: Source | null, { translate }: Pick<Report, 'translate'>): string {
  if (!source) return translate('source.none');
  return escapeLine(source.handle === null ? source.name : `${source.name} (@${source.handle})`);
}

export function verdictWords(verdict: Verdict, { translate }: Pick<Report, 'translate'>): string {
  return `${VERDICT_SIGNS[verdict]} ${translate(`outcome.${verdict}`)}`;
}

/** Lines of a block quotation; the breaks between them are kept. `lines` are Markdown already. */
export function quotation(lines: readonly string[], indent = ''): string {
  return `${lines
    .map((line, index) => {
      const words = line.trimEnd();
      if (words === '') return `${indent}>`;
      const next = lines[index + 1];
      return `${indent}> ${words}${next === undefined || next.trim() === '' ? '' : '  '}`;
    })
    .join('\n')}\n`;
}

export function quotationOf(text: string, indent = ''): string {
  return quotation(escapeLines(text), indent);
}

/** A table of cells that are Markdown already. `right` counts the columns of numbers, at the end. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  right = 0,
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  const rule = head.map((_, index) => (index >= head.length - right ? '---:' : '---'));
  return `${line(head)}${line(rule)}${rows.map(line).join('')}\n`;
}

/** A text in a cell of a table: its lines stay apart. */
export function cellOf(text: string): string {
  return escapeLines(text).join('<br>');
}
