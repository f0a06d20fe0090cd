import { hashtagsIn, linksIn, mediaIn } from '../text/marks.ts';
import { LEXICON } from './lexicon.ts';
import { numbersIn } from './numbers.ts';
import { soundOfKatakana, soundOfLetters } from './sound.ts';

/** What a translation keeps of a sentence. */
export type CueKind = 'time-code' | 'link' | 'number' | 'sign' | 'name' | 'word' | 'term';

/** `key` is what both sides have in common; `words` stand in the sentence. */
export interface Cue {
  kind: CueKind;
  key: string;
  words: string;
}

/** A word that may be a name: told by its sound. */
export interface NameCue {
  script: 'kana' | 'letters';
  words: string;
  sound: string;
}

export interface Cues {
  exact: Cue[];
  names: NameCue[];
  /** In letters of an alphabet; a kana, Han or Hangul sign says as much as several. Links and media marks do not count. */
  length: number;
}

/** A wording of the original and the one that translates it, such as the project's glossary has. */
export interface TermPair {
  original: string;
  translation: string;
}

const TIME_CODE = /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/gu;
const KATAKANA = /[ァ-ヴー]{2,}/gu;
const LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}\d'’_-]+/gu;
const SIGN = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]{2}|[\d#*]\uFE0F?\u20E3/gu;
/** What a line begins with to be an item or a heading. */
const BULLET = /^(?:#{1,6}(?=\s)|[>•・●○■□◆◇▶▼※*-](?!\S*[*-]))/u;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/gu;
/** Measured: a Japanese translation has about one sign where its English original has this many letters and blanks. */
const DENSITY = 2.3;

/** @param side which wordings of `terms` may stand here */
export function cuesOf(sentence: string, terms: readonly TermPair[], side: keyof TermPair): Cues {
  const exact = new Map<string, Cue>();
  const add = (kind: CueKind, key: string, words: string) => {
    const id = `${kind} ${key}`;
    if (!exact.has(id)) exact.set(id, { kind, key: id, words });
  };
  const links = linksIn(sentence);
  for (const link of links) add('link', link, link);
  for (const sign of sentence.match(SIGN) ?? []) add('sign', sign.replaceAll('\uFE0F', ''), sign);
  const [bullet] = BULLET.exec(sentence) ?? [];
  if (bullet) add('sign', bullet, bullet);
  for (const tag of hashtagsIn(sentence)) add('name', tag.toLowerCase(), tag);
  let rest = [...links, ...mediaIn(sentence)].reduce((text, mark) => text.replaceAll(mark, ' '), sentence);
  rest = rest.normalize('NFKC');
  const length = lengthOf(rest);
  rest = rest.replace(TIME_CODE, (code) => {
    add('time-code', code.replace(/^0+(?=\d)/u, ''), code);
    return ' ';
  });
  for (const { value, words } of numbersIn(rest)) add('number', value, words.trim());
  for (const [key, words] of knownWordsIn(rest)) add('word', key, words);
  for (const [index, term] of terms.entries()) {
    if (term[side] !== '' && rest.toLowerCase().includes(term[side].normalize('NFKC').toLowerCase()))
      add('term', String(index), term[side]);
  }
  const names: NameCue[] = [];
  for (const words of rest.match(KATAKANA) ?? [])
    names.push({ script: 'kana', words, sound: soundOfKatakana(words) });
  for (const words of rest.match(LETTERS) ?? []) {
    if (words.length < 3) continue;
    add('name', words.toLowerCase(), words);
    names.push({ script: 'letters', words, sound: soundOfLetters(words) });
  }
  return { exact: [...exact.values()], names, length };
}

/** In letters: what a text says, whatever it is written in. */
function lengthOf(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  return text.replace(/\s+/gu, ' ').trim().length + dense * (DENSITY - 1);
}

const ENGLISH = LEXICON.map(
  ([english]) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${english.replaceAll('.', '\\.')})(?![\\p{L}\\p{N}])`, 'iu'),
);

function* knownWordsIn(text: string): Generator<[key: string, words: string]> {
  for (const [index, [english, japanese]] of LEXICON.entries()) {
    const words = ENGLISH[index]?.exec(text)?.[0] ?? japanese.find((name) => text.includes(name));
    if (words !== undefined) yield [english, words];
  }
}
