import type { Language } from '../../story.ts';
import { LANGUAGES } from '../../text/language.ts';

const NAMES: Record<string, Language> = {
  日本語: 'ja',
  japanese: 'ja',
  jpn: 'ja',
  jp: 'ja',
  英語: 'en',
  english: 'en',
  eng: 'en',
  韓国語: 'ko',
  korean: 'ko',
  kor: 'ko',
  中国語: 'zh',
  chinese: 'zh',
  zho: 'zh',
  ロシア語: 'ru',
  russian: 'ru',
  rus: 'ru',
  ウクライナ語: 'uk',
  ukrainian: 'uk',
  ukr: 'uk',
  ドイツ語: 'de',
  german: 'de',
  deu: 'de',
  フランス語: 'fr',
  french: 'fr',
  fra: 'fr',
  スペイン語: 'es',
  spanish: 'es',
  spa: 'es',
  アラビア語: 'ar',
  arabic: 'ar',
  ara: 'ar',
};

/**
 * The language that a column names by tag (`ja`, `en-GB`, `pt_BR`) or name. null where it is none that the program
 * tells apart: then the text itself is asked.
 */
export function languageFrom(value: string): Language | null {
  const name = value.trim().toLowerCase();
  const known = NAMES[name];
  if (known !== undefined && Object.hasOwn(NAMES, name)) return known;
  const tag = /^([a-z]{2})(?:[-_][a-z0-9]{2,8})*$/u.exec(name)?.[1];
  return tag !== undefined && LANGUAGES.includes(tag) ? tag : null;
}
