import type { Language } from '../../story.ts';
import { LANGUAGE_SAMPLE, languageOf } from '../../text/language.ts';

const TAG = /^([a-z]{2,3})(?:-|_|$)/iu;
/** Tags that say that nobody said. */
const NOTHING = new Set(['und', 'mul', 'mis', 'zxx']);

/**
 * The language of a text by what its author declared: the first subtag of a BCP 47 tag. Of several, the one that the
 * text looks like. null where no tag says anything.
 */
export function declaredLanguage(tags: readonly string[], text: string): Language | null {
  const languages = tags.flatMap((tag) => {
    const language = TAG.exec(tag.trim())?.[1]?.toLowerCase();
    return language === undefined || NOTHING.has(language) ? [] : language;
  });
  if (languages.length < 2) return languages[0] ?? null;
  const looks = languageOf(text.slice(0, LANGUAGE_SAMPLE));
  return languages.find((language) => language === looks) ?? (languages[0] as Language);
}
