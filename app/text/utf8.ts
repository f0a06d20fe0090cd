/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Both halves of a surrogate pair come by here: two bytes each.
    if (code >= 0x800 && !isPair(text, at, code)) bytes += 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}

/**
 * Where places in the UTF-8 form of a text lie in the text.
 * @param places 0-based bytes, in any order
 * @returns UTF-16 units by byte; without the places that lie within a character or behind the text
 */
export function utf16Places(text: string, places: Iterable<number>): Map<number, number> {
  const wanted = new Set(places);
  const found = new Map<number, number>();
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    if (wanted.has(byte)) found.set(byte, unit);
    byte += utf8Length(character);
    unit += character.length;
  }
  if (wanted.has(byte)) found.set(byte, unit);
  return found;
}

function isPair(text: string, at: number, code: number): boolean {
  if (isHigh(code)) return isLow(text.charCodeAt(at + 1));
  return isLow(code) && at > 0 && isHigh(text.charCodeAt(at - 1));
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;
