/** A longer line is no label. In UTF-16 units. */
export const LABEL_MAX_LENGTH = 120;

const LABEL =
  /^[ \t\u00a0\u3000]*[#＃][\p{L}\p{N}_][\p{L}\p{M}\p{N}_・ー-]*[ \u3000]*[(（[［【〔][0-9０-９]{4,8}[)）\]］】〕][ \t\r\f\v\u00a0\u3000]*$/u;

/** True for a line that only labels the dump, such as `#港(250412)`. */
export function isLabel(line: string): boolean {
  return line.length <= LABEL_MAX_LENGTH && LABEL.test(line);
}
