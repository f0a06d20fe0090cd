/**
 * Which letters are the same to a search. Folding takes each code point to the letters that stand for its class:
 *
 * - `width`: full-width Latin and half-width kana to the usual ones (ｱ to ア, Ａ to A, the ideographic blank to a blank);
 * - `usual`: compatibility forms (NFKC, https://www.unicode.org/reports/tr15/) and case besides, quotation marks,
 *   the wave dash and the minus to their ASCII signs;
 * - `kana`: as `usual`, and katakana to hiragana.
 */
export type FoldingKind = 'width' | 'usual' | 'kana';

/** The voicing marks of kana, combining, spacing and half-width, and the spacing one that each folds to by itself. */
const VOICED = '\u309b';
const SEMI_VOICED = '\u309c';
const VOICING: Readonly<Record<string, string>> = {
  '\u3099': VOICED,
  '\u309b': VOICED,
  '\uff9e': VOICED,
  '\u309a': SEMI_VOICED,
  '\u309c': SEMI_VOICED,
  '\uff9f': SEMI_VOICED,
};
/** What folds to a voicing mark, and the combining one that normalisation knows. */
export const VOICING_MARKS: Readonly<Record<string, readonly string[]>> = {
  '\u3099': ['\u3099', '\u309b', '\uff9e'],
  '\u309a': ['\u309a', '\u309c', '\uff9f'],
};

/** Signs that keyboards and word processors write in two ways, and NFKC keeps apart. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201b': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201f': '"',
  '\u2212': '-',
  '\u301c': '~',
};

/** Says how a glyph looks, not which letter it is. */
const VARIATION_SELECTOR = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
/** Can be composed with what stands before it: combining marks, and the vowels and finals of Hangul. */
const SECOND = /^[\p{M}\u1161-\u1175\u11a8-\u11c2\u309b\u309c\uff9e\uff9f]$/u;
/**
 * Forms that would not be the same letter any more: a spacing accent is no blank with an accent on it, a mark is not
 * two, and ㅎㅏ is not 하.
 */
const STAYS = /^(?: .+|\p{M}..*|[\u1100-\u11ff])$/u;
const WIDE_OR_HALF = /^[\u3000\uff01-\uffe6]$/u;

export function isVariationSelector(letter: string): boolean {
  return VARIATION_SELECTOR.test(letter);
}

/** Emoji and ideographs, of which there are several looks. */
const IN_SEVERAL_LOOKS = /[\p{Emoji}\p{Extended_Pictographic}\p{Ideographic}]$/u;

/** Whether a variation selector behind a letter, whose folded form is known, is left out by folding. */
export function takesSelector(letter: string, folded: string): boolean {
  return IN_SEVERAL_LOOKS.test(letter) || IN_SEVERAL_LOOKS.test(folded);
}

/** What one code point folds to by itself: one letter or several. */
export function lettersOf(letter: string, kind: FoldingKind): string {
  if (kind === 'width') return WIDE_OR_HALF.test(letter) ? (VOICING[letter] ?? compatible(letter)) : letter;
  const form = VOICING[letter] ?? compatible(letter);
  const usual = SIGNS[form] ?? caseless(form);
  return kind === 'kana' ? hiragana(usual) : usual;
}

/**
 * One letter from a folded one and the code point behind it, as in カ and ゛; null where they stay apart.
 * @param mark a code point that `canFollow`
 */
export function composed(base: string, mark: string, kind: FoldingKind): string | null {
  const voicing = VOICING[mark];
  if (kind === 'width' && mark !== '\uff9e' && mark !== '\uff9f') return null;
  const combining = voicing === undefined ? mark : voicing === VOICED ? '\u3099' : '\u309a';
  const letter = (base + combining).normalize('NFC');
  const isOne = letter.length === ((letter.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
  return isOne && lettersOf(letter, kind) === letter ? letter : null;
}

export function canFollow(letter: string): boolean {
  return SECOND.test(letter);
}

function compatible(letter: string): string {
  const form = letter.normalize('NFKC');
  return STAYS.test(form) ? letter : form;
}

/** There and back, since some letters have two lower cases (σ and ς), and one has an upper case of two letters (ẞ, ß, SS). */
function caseless(letters: string): string {
  if (!/\P{ASCII}/u.test(letters)) return letters.toLowerCase();
  let folded = '';
  for (const letter of letters) folded += letter.toLowerCase().toUpperCase().toLowerCase();
  return folded.normalize('NFC');
}

/** Four katakana have no voiced hiragana of their own: ヷ is わ゛. */
const RARE_KANA: Readonly<Record<string, string>> = {
  ヷ: `わ${VOICED}`,
  ヸ: `ゐ${VOICED}`,
  ヹ: `ゑ${VOICED}`,
  ヺ: `を${VOICED}`,
};

function hiragana(letters: string): string {
  return letters.replace(
    /[ァ-ヶヷ-ヺヽヾ]/gu,
    (kana) => RARE_KANA[kana] ?? String.fromCharCode(kana.charCodeAt(0) - 0x60),
  );
}
