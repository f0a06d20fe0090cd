/**
 * How a name sounds, roughly: its consonants, so that トランプ, Trump and Трамп are alike. Vowels are left out, since
 * Japanese adds them everywhere; one at the beginning is kept as `a`.
 */

const KANA: Readonly<Record<string, string>> = {};
const ROWS: readonly (readonly [string, string])[] = [
  ['k', 'カキクケコ'],
  ['g', 'ガギグゲゴ'],
  ['s', 'サシスセソ'],
  ['z', 'ザズゼゾ'],
  ['j', 'ジヂ'],
  ['t', 'タツテト'],
  ['c', 'チ'],
  ['d', 'ダデドヅ'],
  ['n', 'ナニヌネノン'],
  ['h', 'ハヒヘホ'],
  ['f', 'フ'],
  ['b', 'バビブベボヴ'],
  ['p', 'パピプペポ'],
  ['m', 'マミムメモ'],
  ['r', 'ラリルレロ'],
  ['w', 'ワヲ'],
  ['a', 'アイウエオ'],
  ['', 'ヤユヨャュョァィゥェォッーヮ'],
];
for (const [sound, row] of ROWS) for (const kana of row) (KANA as Record<string, string>)[kana] = sound;

const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ж: 'j', з: 'z', к: 'k', л: 'l', м: 'm', н: 'n', п: 'p' },
  ...{ р: 'r', с: 's', т: 't', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh' },
  ...{ а: 'a', е: 'e', є: 'e', ё: 'e', и: 'i', і: 'i', ї: 'i', й: 'i', о: 'o', у: 'u', ы: 'i', э: 'e' },
  ...{ ю: 'u', я: 'a', ь: '', ъ: '' },
};

/** @param name a run of katakana, in NFKC */
export function soundOfKatakana(name: string): string {
  return shortened([...name].map((kana) => KANA[kana] ?? '').join(''));
}

/** @param name a word of Latin or Cyrillic letters */
export function soundOfLetters(name: string): string {
  const latin = [...name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => CYRILLIC[letter] ?? letter)
    .join('');
  const spoken = latin
    .replace(/[^a-z]/gu, '')
    .replace(/tion/gu, 'sn')
    .replace(/sch|sh/gu, 's')
    .replace(/tch|ch/gu, 'C')
    .replace(/ck|qu|q|kh/gu, 'k')
    .replace(/ph/gu, 'f')
    .replace(/th/gu, 's')
    .replace(/gh(?=[aeiouy])/gu, 'g')
    .replace(/(?<=[aeiouy])gh/gu, '')
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/c/gu, 'k')
    .replace(/g(?=[ei])/gu, 'j')
    .replace(/x/gu, 'ks')
    .replace(/[aeiou]r(?![aeiouy])/gu, 'a')
    .replace(/w(?![aeiou])/gu, '')
    .replace(/m(?=[bp])/gu, 'n')
    .replace(/v/gu, 'b')
    .replace(/l/gu, 'r')
    .replace(/^[aeiou]+/u, 'A')
    .replace(/[aeiouy]/gu, '')
    .toLowerCase();
  return shortened(spoken);
}

/** Doubled sounds are one; a vowel counts only at the beginning. */
function shortened(sounds: string): string {
  const first = sounds.slice(0, 1);
  const rest = sounds.slice(1).replaceAll('a', '');
  return `${first}${rest}`.replace(/(.)\1+/gu, '$1');
}

/** Sounds that stand for one another when a name is written in another script. */
const ALIKE = ['tzscjd', 'kgh', 'bpfhw', 'mn', 'rn'];

/** 0 to 1: 1 where all consonants agree. Short names have to agree in full. */
export function soundsAlike(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest < 2) return 0;
  if (one === other) return longest === 2 ? 0.8 : 1;
  if (longest < 3 || Math.abs(one.length - other.length) > 2) return 0;
  return 1 - distance(one, other) / longest;
}

/** Edits between two strings, half an edit for a sound that is alike. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const [a, b] = [one[i - 1] as string, other[j - 1] as string];
      const change = a === b ? 0 : ALIKE.some((sounds) => sounds.includes(a) && sounds.includes(b)) ? 0.5 : 1;
      next.push(
        Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + change),
      );
    }
    row = next;
  }
  return row[other.length] as number;
}
