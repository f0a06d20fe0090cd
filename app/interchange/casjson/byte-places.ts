import type { Span } from '../annotation-set.ts';

/** Finds spans by offsets that count the bytes of the text in UTF-8; null for those that cut a character. */
export function bytePlaces(text: string): (start: number, end: number) => Span | null {
  /** UTF-16 units by bytes, where a character begins or the text ends. */
  const units = new Map<number, number>();
  let bytes = 0;
  let at = 0;
  for (const character of text) {
    units.set(bytes, at);
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += character.length;
  }
  units.set(bytes, at);
  return (start, end) => {
    const [from, to] = [units.get(start), units.get(end)];
    if (from === undefined || to === undefined || from >= to) return null;
    return { start: from, end: to, quote: text.slice(from, to) };
  };
}
