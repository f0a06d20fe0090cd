import { escapedAt, escapeLength } from './escapes.ts';

/**
 * As `isPlainlyJapanese`, of a JSON string in ASCII, in which Japanese is all escapes (as Python writes it). False says
 * nothing.
 */
export function isEscapedJapanese(bytes: Buffer, from: number, to: number, units: number): boolean {
  let kana = 0;
  let han = 0;
  let letters = 0;
  let index = from;
  for (let left = units; index < to && left > 0; left--) {
    const byte = bytes[index] as number;
    if (byte >= 0x80) return false;
    const code = byte === 0x5c ? escapedAt(bytes, index) : byte;
    if (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb && code !== 0x30fc) {
      kana++;
      // Were all the rest of it letters of another script, it would still be Japanese.
      if ((kana + han) * 3 > letters + Math.min(left, to - index)) return true;
    } else if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (isLetter(code)) letters++;
    else if (!isSign(code)) return false;
    index += byte === 0x5c ? escapeLength(bytes, index) : 1;
  }
  return kana > 0 && (kana + han) * 3 > letters;
}

/** Full-width letters are among the highest. */
function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && ((code | 0x20) <= 0x7a || code >= 0xf000);
}

/**
 * Signs of ASCII, those between the scripts of Europe and Japan, and the halves of surrogate pairs. Not the carriage
 * return, which may be half of a line break.
 */
function isSign(code: number): boolean {
  if (code < 0x80) return code >= 0x20 || code === 0x0a || code === 0x09;
  return (code >= 0x2000 && code <= 0x3fff) || (code >= 0xd800 && code <= 0xdfff);
}
