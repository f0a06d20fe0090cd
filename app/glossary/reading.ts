import type { GlossaryContent } from './entry.ts';

export type RefusalReason = 'no-source' | 'no-target' | 'broken' | 'twice';

/** A glossary as a file has it. `line` is 1-based. */
export interface ReadGlossary {
  entries: { line: number; entry: GlossaryContent }[];
  refused: { line: number; words: string; reason: RefusalReason }[];
}
