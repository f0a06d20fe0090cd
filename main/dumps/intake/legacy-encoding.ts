import { isAscii } from 'node:buffer';
import { TextDecoder } from '@exodus/bytes/encoding.js';
import { analyse } from 'chardet';
import { encodingOf } from './encoding-label.ts';

/** Bytes of lines that are not ASCII: enough to be sure of any language. */
const TELLING_BYTES = 1 << 14;
/** A guess that explains less than this of what is not ASCII is none. */
const PLAUSIBLE = 0.5;
/** What the characters that are not ASCII say about an encoding. */
interface Reading {
  /** Characters that every text of its language has. */
  typical: RegExp;
  /** Others that it may well have; a text of these alone may be anything. */
  possible?: RegExp;
  /** Those that a wrong reading gives. */
  unlikely: RegExp;
  /** What a typical character counts. */
  weight?: number;
}

const KANA = 'ぁ-んァ-ヶー、。「」『』・〜～';
const FULL_WIDTH = String.raw`\uff01-\uff5e\u3000`;
const JAPANESE: Reading = {
  typical: new RegExp(`[${KANA}]`, 'gu'),
  possible: new RegExp(`[\\p{Script=Han}${FULL_WIDTH}…―①-⑳Ⅰ-Ⅹ※→■□◆◇○●★☆△▲▽▼№℡㈱]`, 'gu'),
  unlikely: /[\uff61-\uff9f\u0370-\u04ff\u2500-\u257f\ue000-\uf8ff]/gu,
  // The bytes of kana in EUC-JP are those of the most frequent characters in Big5; those are never so many in a row.
  weight: 1.3,
};
/** The characters that newspapers print most; every sentence has some of them. */
const FREQUENT_HAN =
  '的一是不了在人有我他大中上到和地出以年得就那要下于可也你生会自子能对着后过说时里家国这为来个们于發會說時對國這為來個們後過裡與關於與议会谈议行日月市部公政府总统總統俄中美表示新';
const CHINESE: Reading = {
  typical: new RegExp(`[${FREQUENT_HAN}，。、：；？！“”《》（）]`, 'gu'),
  possible: /\p{Script=Han}/gu,
  unlikely: new RegExp(`[${KANA.replace('、。', '')}\\ue000-\\uf8ff\\u3100-\\u33ff]`, 'gu'),
};
const KOREAN: Reading = {
  typical: /[이다는에의가을를은한하고지도로사어나기자아그리시대서인해일들으여라보]/gu,
  possible: /\p{Script=Hangul}/gu,
  unlikely: /[\p{Script=Han}\u3040-\u30ff\u3131-\u318e\u2160-\u217f\u0370-\u04ff]/gu,
};
const RUSSIAN: Reading = {
  typical: /(?<=[а-яё])[а-яё]|[А-ЯЁа-яё](?=[а-яё])|(?<![а-яё])[АИОВКСУЯавикосуя](?![а-яё])/gu,
  unlikely: /[^\p{ASCII}а-яёА-ЯЁіїєґІЇЄҐ«»—–„“”…№\u00a0]|(?<=[а-яё])[А-ЯЁ]/gu,
};
const WESTERN: Reading = {
  typical:
    /(?<=[a-zß-ÿ])[à-öø-üßœšž]|[à-öø-üœšž](?=[a-zß-ÿ])|[À-ÖØ-ÜŒ](?=[a-zß-ÿ])|(?<=[A-Z])[À-ÖØ-ÜŒ]|[À-ÖØ-ÜŒ](?=[A-Z])|(?<![\p{L}])[àÀé](?=\s)|[“”‘’‚„–—…«»¿¡€£©®°§·•]|\u00a0/gu,
  unlikely: /[ÿþÞÐð¤¦¬¹²³¼½¾¨¯¸µ]|(?<=[a-zß-ÿ])[À-Ö]/gu,
};

/** Encodings that are told by the characters they would give; the first of equal ones wins. */
const READINGS: readonly (readonly [string, Reading])[] = [
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['ibm866', RUSSIAN],
  ['iso-8859-5', RUSSIAN],
  ['gb18030', CHINESE],
  ['big5', CHINESE],
  ['euc-kr', KOREAN],
  ['windows-1252', WESTERN],
];

/** How much the library's confidence counts beside our own reading: it knows more languages, but needs longer texts. */
const LIBRARY_WEIGHT = 0.35;

/**
 * The encoding that a text which is no Unicode is likely in. The `chardet` library knows many languages but needs
 * longer texts than a post; what the characters would be tells the frequent encodings apart from a few words on.
 */
export function legacyEncoding(sample: Buffer): string {
  const bytes = telling(sample);
  // The same wrong byte over and over is damage; only an accent comes like that.
  if (new Set(bytes.filter((byte) => byte > 0x7f)).size === 1) {
    return likeness(bytes, 'windows-1252', WESTERN) > PLAUSIBLE ? 'windows-1252' : 'utf-8';
  }
  const confidence = libraryConfidence(bytes);
  const scores = new Map(
    READINGS.map(([encoding, reading]) => [encoding, likeness(bytes, encoding, reading)]),
  );
  let best: [string | null, number] = [null, PLAUSIBLE];
  for (const encoding of new Set([...scores.keys(), ...confidence.keys()])) {
    const own = scores.get(encoding);
    const known = confidence.get(encoding) ?? 0;
    // An encoding whose characters nobody has looked at is believed of the library alone.
    const score = own === undefined ? known * 1.1 : own + known * LIBRARY_WEIGHT;
    if (score > best[1]) best = [encoding, score];
  }
  return best[0] ?? [...confidence.keys()][0] ?? 'windows-1252';
}

/** The lines that are not plain ASCII: the others tell nothing. A line feed is part of no character in any encoding. */
function telling(sample: Buffer): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  for (let start = 0; start < sample.length && length < TELLING_BYTES; ) {
    const newline = sample.indexOf(10, start);
    const end = newline === -1 ? sample.length : newline + 1;
    const line = sample.subarray(start, Math.min(end, start + TELLING_BYTES));
    start = end;
    if (isAscii(line)) continue;
    lines.push(line);
    length += line.length;
  }
  return Buffer.concat(lines);
}

/** What the library thinks, from 0 to 1, the surest first, by the names of the Encoding Standard. */
function libraryConfidence(bytes: Buffer): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name, confidence } of analyse(bytes)) {
    const encoding = encodingOf(name);
    if (encoding === null || encoding.startsWith('utf-') || encoding === 'iso-2022-jp') continue;
    found.set(encoding, Math.max(found.get(encoding) ?? 0, confidence / 100));
  }
  return found;
}

/** How well what is not ASCII reads in an encoding: about 1 for its own texts, 0 and less for others. */
function likeness(bytes: Buffer, encoding: string, reading: Reading): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const all = count(text, /[^\p{ASCII}]/gu);
  if (all === 0) return 0;
  const typical = count(text, reading.typical);
  const possible = reading.possible === undefined ? 0 : count(text, reading.possible);
  const against = count(text, reading.unlikely) + 3 * count(text, /\ufffd/g);
  const share = typical > all * 0.08 ? 0.8 : 0.45;
  return (typical * (reading.weight ?? 1) + share * possible - against) / all;
}

/** How often `pattern`, which is global, is in a text. */
export function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
