import { SURELY_JAPANESE } from '../../app/text/language.ts';

/**
 * True for UTF-8 that `languageOf` calls Japanese beyond doubt: kana, and by far too few letters of any other
 * script. Most leads of a Japanese dump are told by this without making strings of them. False says nothing.
 * @param units how many UTF-16 units, from `from` on, the answer is about
 */
export function isPlainlyJapanese(bytes: Buffer, from: number, to: number, units: number): boolean {
  let kana = 0;
  let han = 0;
  let letters = 0;
  for (let index = from; index < to && units > 0; units--) {
    if (kana > 0) {
      const characters = kana + han;
      if (characters >= SURELY_JAPANESE && characters * 3 > letters * 2) return true;
      // Were all the rest of it letters of another script, it would still be Japanese.
      if (characters * 3 > letters + Math.min(units, to - index)) return true;
    }
    const byte = bytes[index] as number;
    if (byte < 0x80) {
      if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
      index++;
    } else if (byte === 0xe3) {
      const second = bytes[index + 1] as number;
      const third = bytes[index + 2] as number;
      // U+3041 to U+30FF, without the middle dot and the prolonged sound mark.
      if (second === 0x81 || second === 0x82) kana++;
      else if (second === 0x83 && third !== 0xbb && third !== 0xbc) kana++;
      index += 3;
    } else if (byte >= 0xe4 && byte <= 0xe9) {
      if (byte > 0xe4) han++;
      index += 3;
    } else if (byte === 0xe2) index += 3;
    else if (byte === 0xef) {
      // Full-width letters are among these.
      letters++;
      index += 3;
    } else if (byte === 0xf0) {
      units--;
      index += 4;
    } else return false;
  }
  return kana > 0 && (kana + han) * 3 > letters;
}
