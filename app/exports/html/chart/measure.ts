/** Letters that take a whole square. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** About how wide a text is, in units of its size: no font is at hand to ask, so a little more than it will be. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : 0.58;
  return width;
}

/** As much of a text as is at most so wide, with an ellipsis where it was cut. Never cuts within what a reader sees as one letter. */
export function fitted(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (widthOf(line) <= most) return line;
  let kept = '';
  let width = 0.58;
  for (const { segment } of new Intl.Segmenter('und').segment(line)) {
    width += widthOf(segment);
    if (width > most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
