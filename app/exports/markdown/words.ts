import { safeLink } from '../links.ts';
import { escapeLabel, escapeLines, isAddress } from './escape.ts';

/** A link where the address is safe, else the words alone. */
export function link(address: string, words: string): string {
  return words === address && isAddress(address) ? `<${address}>` : linkOf(address, escapeLabel(words));
}

/** The same for words that are Markdown already, and hold no link. */
export function linkOf(address: string, words: string): string {
  const href = safeLink(address);
  return href === null ? words : `[${words}](<${href.replaceAll('&', '&amp;').replaceAll('|', '%7C')}>)`;
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

/** The first two lines of a table. `numbers` says which columns are aligned to the right. */
export function tableHead(head: readonly string[], numbers: readonly boolean[]): string {
  return `${rowOf(head)}${rowOf(numbers.map((isNumber) => (isNumber ? '---:' : '---')))}`;
}

/** A row of cells that are Markdown already. */
export function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** A text in a cell of a table: its lines stay apart. */
export function cellOf(text: string): string {
  return escapeLines(text).join('<br>');
}
