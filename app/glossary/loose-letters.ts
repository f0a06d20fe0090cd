import { fold } from '../search/folding.ts';

/** A text in letters that do not tell apart how a foreign name may be spelled in katakana, and where each comes from. */
export interface Loose {
  text: string;
  /** UTF-16 unit of the original that a unit of `text` comes from; its length for the one behind the last. */
  origin(at: number): number;
}

/** ヴ and バ, and other sounds that are written in two ways; the longer way first. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['ヴァ', 'バ'],
  ['ヴィ', 'ビ'],
  ['ヴェ', 'ベ'],
  ['ヴォ', 'ボ'],
  ['ヴュ', 'ビュ'],
  ['ヴ', 'ブ'],
  ['ウィ', 'ウイ'],
  ['ウェ', 'ウエ'],
  ['ウォ', 'ウオ'],
  ['ツァ', 'ツア'],
  ['クァ', 'カ'],
  ['グァ', 'ガ'],
  ['ティ', 'チ'],
  ['トゥ', 'ト'],
  ['ディ', 'ジ'],
  ['デュ', 'ジュ'],
  ['ドゥ', 'ド'],
  ['チェ', 'チエ'],
  ['ジェ', 'ジエ'],
  ['シェ', 'シエ'],
  ['イェ', 'エ'],
  ['ヂ', 'ジ'],
  ['ヅ', 'ズ'],
  ['ファ', 'フア'],
  ['フィ', 'フイ'],
  ['フェ', 'フエ'],
  ['フォ', 'フオ'],
];
/** Long vowels and the signs between the parts of a name are left out as often as they are written. */
const LEFT_OUT = new Set(['ー', '・', '=', '゠', '‐', 'ッ']);
const KATAKANA = /[\u30a0-\u30ff]/u;

/** Folds width, case, ヴ and バ, ー and ・: what two spellings of a name have in common. */
export function looseLetters(original: string): Loose {
  const { text, origin } = fold(original, 'usual');
  let loose = '';
  const origins: number[] = [];
  for (let at = 0; at < text.length; ) {
    const sign = text[at] as string;
    // `=` and hyphens belong to names in katakana only.
    const between = KATAKANA.test(text[at - 1] ?? '') && KATAKANA.test(text[at + 1] ?? '');
    if (LEFT_OUT.has(sign) && (KATAKANA.test(sign) || between)) {
      at += 1;
      continue;
    }
    const sound = SOUNDS.find(([written]) => text.startsWith(written, at));
    const [written, letters] = sound ?? [sign, sign];
    for (const letter of letters) {
      loose += letter;
      origins.push(origin(at));
    }
    at += written.length;
  }
  return { text: loose, origin: (at) => (at < origins.length ? (origins[at] as number) : original.length) };
}
