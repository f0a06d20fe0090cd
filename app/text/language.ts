import type { Language } from '../story.ts';
import { FUNCTION_WORDS, hashWith, hit, mostHit, noHits } from './function-words.ts';

/** The languages that a text is told apart into. The order is stored in index caches: add at the end only. */
export const LANGUAGES: readonly Language[] = [
  'und',
  'ja',
  'en',
  'ko',
  'zh',
  'ru',
  'uk',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'ar',
  'he',
  'el',
  'th',
  'hi',
  // Languages that platforms name, but that no text is told apart into here.
  ...'pl sv da no nb nn fi cs hu ro tr id vi ms fa ur bn ta te ml kn mr gu pa si ne my km lo ka hy az kk uz mn ky tg tk'.split(
    ' ',
  ),
  ...'tl ca bg hr sr bs mk sk sl lt lv et is ga cy eu gl af sw am ti so ha yo ig zu xh sq mt be eo la ht ckb ku ps sd'.split(
    ' ',
  ),
];

/** How much of a text's beginning tells its language, in UTF-16 units. */
export const LANGUAGE_SAMPLE = 280;

/** A language's number in the index; a region or script of it has none of its own. */
export function languageCode(language: Language): number {
  const exact = LANGUAGES.indexOf(language);
  return exact === -1 ? Math.max(0, LANGUAGES.indexOf(language.split('-')[0] ?? '')) : exact;
}

/** Written in simplified Chinese only, so that a text of Han characters alone is not taken for a Japanese headline. */
const SIMPLIFIED = /[这们说对时为发个门车东乐让还进过从]/u;
/** A Han-only text of this length would have kana in it, were it Japanese. */
const HAN_WITHOUT_KANA = 30;
/** One kana, Han or Hangul character says about as much as this many letters. */
const DENSITY = 3;
/** Counting goes no further than this many UTF-16 units: a language shows early, and a line may be 100 MB long. */
const ENOUGH = 4000;
/**
 * A text is Japanese once it has so many characters of Japan, kana among them, and by far too few letters of any other
 * script: whatever follows is quoted, tagged or translated. Reading no further than this is what makes indexing quick.
 */
export const SURELY_JAPANESE = 24;

const isAsciiWord = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f;

/**
 * The language of a text by its script, and among Latin scripts by function words. Links, handles and
 * hashtags in Latin letters do not count. `und` where the text does not tell.
 */
export function languageOf(text: string): Language {
  let kana = 0;
  let han = 0;
  let hangul = 0;
  let latin = 0;
  let cyrillic = 0;
  let ukrainian = 0;
  let arabic = 0;
  let hebrew = 0;
  let greek = 0;
  let thai = 0;
  let devanagari = 0;
  const length = Math.min(text.length, ENOUGH);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      if (code === 0x40 || code === 0x23) {
        while (i + 1 < length && isAsciiWord(text.charCodeAt(i + 1))) i++;
      } else if (code === 0x3a && text.startsWith('://', i)) {
        // The scheme before `://` was counted as letters: four or five of them, too few to matter.
        while (i + 1 < length && text.charCodeAt(i + 1) > 0x20 && text.charCodeAt(i + 1) < 0x80) i++;
        latin -= Math.min(latin, 5);
      } else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) latin++;
    } else if (code >= 0x3041 && code <= 0x30ff) {
      // The middle dot and the prolonged sound mark stand in other scripts' texts too.
      if (code !== 0x30fb && code !== 0x30fc) {
        kana++;
        const others = latin + cyrillic + arabic + hebrew + greek + thai + devanagari + hangul * DENSITY;
        if (isSurelyJapanese(kana + han, others, length - i - 1)) return 'ja';
      }
    } else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005) {
      han++;
      const others = latin + cyrillic + arabic + hebrew + greek + thai + devanagari + hangul * DENSITY;
      if (kana > 0 && isSurelyJapanese(kana + han, others, length - i - 1)) return 'ja';
    } else if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff)) hangul++;
    else if (code >= 0x400 && code <= 0x52f) {
      cyrillic++;
      if (
        code === 0x456 ||
        code === 0x457 ||
        code === 0x454 ||
        code === 0x491 ||
        code === 0x406 ||
        code === 0x407
      )
        ukrainian++;
    } else if (code >= 0xff66 && code <= 0xff9d) kana++;
    else if (code >= 0xc0 && code <= 0x24f) {
      if (code !== 0xd7 && code !== 0xf7) latin++;
    } else if (code >= 0xff21 && code <= 0xff5a) latin++;
    else if (code >= 0x600 && code <= 0x6ff) arabic++;
    else if (code >= 0x5d0 && code <= 0x5ea) hebrew++;
    else if (code >= 0x370 && code <= 0x3ff) greek++;
    else if (code >= 0xe00 && code <= 0xe7f) thai++;
    else if (code >= 0x900 && code <= 0x97f) devanagari++;
  }
  let best: Language = 'und';
  let score = 0;
  const offer = (language: Language, weight: number) => {
    if (weight > score) {
      best = language;
      score = weight;
    }
  };
  if (kana > 0) offer('ja', (kana + han) * DENSITY);
  else if (han > 1) offer(han >= HAN_WITHOUT_KANA || SIMPLIFIED.test(text) ? 'zh' : 'ja', han * DENSITY);
  offer('ko', hangul * DENSITY);
  offer('ru', cyrillic);
  offer('ar', arabic);
  offer('he', hebrew);
  offer('el', greek);
  offer('th', thai);
  offer('hi', devanagari);
  if (latin > 1) offer('latin', latin);
  if (best === 'latin') return latinLanguage(text.slice(0, ENOUGH));
  if (best === 'ru' && ukrainian > 0) return 'uk';
  return best;
}

/**
 * What begins as Japanese is Japanese, unless more of something else could follow than there was of it.
 * @param others what letters of other scripts weigh
 * @param left UTF-16 units that were not looked at
 */
function isSurelyJapanese(characters: number, others: number, left: number): boolean {
  const weight = characters * DENSITY;
  return weight > others + left || (characters >= SURELY_JAPANESE && weight > others * 2);
}

/** Hundreds of thousands of leads pass through here while a dump is indexed, so no string is made but for a hit. */
function latinLanguage(text: string): Language {
  const hits = noHits();
  let hash = 0;
  let start = -1;
  for (let index = 0; index <= text.length; index++) {
    const letter = smallLetter(index < text.length ? text.charCodeAt(index) : 0);
    if (letter !== 0) {
      if (start === -1) start = index;
      hash = hashWith(hash, letter);
    } else if (start !== -1) {
      const entry = FUNCTION_WORDS.get(hash);
      if (entry !== undefined && text.slice(start, index).toLowerCase() === entry.word) hit(hits, entry);
      start = -1;
      hash = 0;
    }
  }
  return mostHit(hits);
}

/** The code of a letter of Western European languages in lower case; 0 for anything else. */
function smallLetter(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  if (code < 0xc0 || code > 0xff || code === 0xd7 || code === 0xf7) return 0;
  return code <= 0xde ? code + 32 : code;
}
