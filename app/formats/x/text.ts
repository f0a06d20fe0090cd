import type { Language } from '../../story.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * A post's text as its readers saw it. X stores `&`, `<` and `>` escaped, once: what is `&amp;lt;` there was typed as
 * `&lt;`. Indices of entities count the code points of the text that is still escaped; nothing here needs them.
 */
export function shownText(stored: string): string {
  return stored
    .replace(/&(amp|lt|gt|quot|#39);/gu, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\r\n?/gu, '\n')
    .toWellFormed()
    .trim();
}

/** Old codes of ISO 639 that X kept. */
const RENAMED: Record<string, Language> = { in: 'id', iw: 'he', ji: 'yi' };

/**
 * The language that X found. `qme`, `qst` and others in `q`, as well as `zxx` and `art`, stand for posts without
 * words. null where X says nothing.
 */
export function languageOfX(code: string): Language | null {
  const lang = code.toLowerCase();
  if (lang === '') return null;
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/u.test(lang) || /^(?:q[a-t][a-z]|zxx|art|und)$/u.test(lang))
    return 'und';
  return RENAMED[lang] ?? lang;
}
