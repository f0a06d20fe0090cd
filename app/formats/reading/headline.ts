/** True where a heading says what a headline says. One of them may be cut, or have the outlet's name behind it. */
export function isSameHeadline(heading: string, headline: string): boolean {
  if (heading === headline) return true;
  const [shorter = '', longer = ''] = [heading, headline].sort((a, b) => a.length - b.length);
  if (shorter.length < 4) return false;
  return longer.startsWith(shorter) || (longer.includes(shorter) && shorter.length * 2 >= longer.length);
}
