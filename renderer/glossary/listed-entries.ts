import type { GlossaryEntry } from '../../app/glossary/entry.ts';
import { fold } from '../../app/search/folding.ts';

/** The entries that hold what was typed, in any of their words, in the order of a dictionary. */
export function listedEntries(
  entries: Iterable<GlossaryEntry>,
  typed: string,
  locale: string,
): GlossaryEntry[] {
  const wanted = folded(typed).split(/\s+/u).filter(Boolean);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...entries]
    .filter(({ source, target, variants, note }) => {
      if (wanted.length === 0) return true;
      const words = folded([source, target, ...variants, note].join('\n'));
      return wanted.every((word) => words.includes(word));
    })
    .sort((a, b) => compare(a.source, b.source) || (a.id < b.id ? -1 : 1));
}

function folded(text: string): string {
  return fold(text, 'kana').text;
}
