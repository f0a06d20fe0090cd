import type { GlossaryEntry } from '../../glossary/entry.ts';
import { GlossaryMatcher, isWritten } from '../../glossary/matcher.ts';
import type { Language } from '../../story.ts';
import type { Finding } from './finding.ts';
import { inStory, isCut, type PairSides, whole, wordsAt } from './side.ts';

/** The entries of a glossary that lead from one language to another, ready to be looked up in either. */
export interface GlossaryIndex {
  sources: GlossaryMatcher;
  targets: GlossaryMatcher;
}

/** Entries of both directions: a glossary made for translations from English also tells those into English. */
export function glossaryIndex(entries: Iterable<GlossaryEntry>, from: Language, to: Language): GlossaryIndex {
  const fitting: GlossaryEntry[] = [];
  for (const entry of entries) {
    if (same(entry.sourceLang, from) && same(entry.targetLang, to)) fitting.push(entry);
    else if (same(entry.sourceLang, to) && same(entry.targetLang, from)) fitting.push(turned(entry));
  }
  return { sources: new GlossaryMatcher(fitting), targets: new GlossaryMatcher(fitting, 'target') };
}

/** Names and terms of the glossary that the translation words in another way: not at all as it says, or in a spelling of its own. */
export function checkGlossary({ original, translation }: PairSides, index: GlossaryIndex): Finding[] {
  if (!original || !translation) return [];
  const used = index.targets.matches(translation.text);
  const seen = new Set<string>();
  return index.sources.matches(original.text).flatMap(({ entry, ...place }): Finding[] => {
    if (seen.has(entry.id)) return [];
    seen.add(entry.id);
    const there = used.filter((match) => match.entry.id === entry.id);
    const wordings = [entry.target, ...entry.variants];
    const odd = there.find(
      (match) => !wordings.some((words) => isWritten(words, wordsAt(translation, match))),
    );
    const common = {
      check: 'glossary',
      original: inStory(original, place),
      note: 'terminology',
      suggestion: entry.target,
    } as const;
    const params = { source: wordsAt(original, place), target: entry.target };
    if (odd)
      return [
        {
          ...common,
          what: 'term-variant',
          params: { ...params, found: wordsAt(translation, odd) },
          translation: inStory(translation, odd),
        },
      ];
    if (there.length > 0 || isCut(original) || wordings.some((words) => isWritten(words, translation.text)))
      return [];
    return [{ ...common, what: 'term-missing', params, translation: whole(translation) }];
  });
}

function turned(entry: GlossaryEntry): GlossaryEntry {
  const { source, sourceLang, target, targetLang } = entry;
  return {
    ...entry,
    source: target,
    sourceLang: targetLang,
    target: source,
    targetLang: sourceLang,
    variants: [],
  };
}

/** `en` and `en-GB` are one language here; one that nobody knows may be any. */
function same(one: Language, other: Language): boolean {
  return other === 'und' || one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();
}
