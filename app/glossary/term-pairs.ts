import type { TermPair } from '../translation/align.ts';
import type { GlossaryEntry } from './entry.ts';

/** What sentences that translate each other may have in common, by the glossary. */
export function termPairsOf(entries: Iterable<GlossaryEntry>): TermPair[] {
  return [...entries].flatMap(({ source, target, variants }) =>
    [target, ...variants].map((translation) => ({ original: source, translation })),
  );
}
