/** What parts a headline from the outlet's name. */
const PARTED = /^\s*[|｜\-–—:：/／«»・(（【[]/u;

/** True where a heading says what a headline says. One of them may be cut, or have the outlet's name behind it. */
export function isSameHeadline(heading: string, headline: string): boolean {
  const [shorter = '', longer = ''] = [heading, headline].sort((a, b) => a.length - b.length);
  if (shorter === longer) return true;
  if (shorter === '') return false;
  const isStart = longer.startsWith(shorter);
  if (isStart && PARTED.test(longer.slice(shorter.length))) return true;
  return (
    shorter.length >= 4 && (isStart || (longer.includes(shorter) && shorter.length * 2 >= longer.length))
  );
}
