import { neutralised } from '../../interchange/csv/cells.ts';

/** A line as RFC 4180 has it. Words are text to every spreadsheet; numbers stand as they are, negative ones too. */
export function csvLine(cells: readonly (string | number)[]): string {
  const texts = cells.map((cell) => (typeof cell === 'number' ? String(cell) : neutralised(cell)));
  return `${texts.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}
