/** The query with a mark under the place where something is wrong; full-width letters take two columns. */
export function pointed(query: string, position: number): string {
  const shown = query.replace(/\s/gu, ' ');
  const before = shown
    .slice(0, position)
    .replace(/[^\u0020-\u1100]/gu, '\u3000')
    .replace(/[!-\u1100]/gu, ' ');
  return `  ${shown}\n  ${before}^\n`;
}
