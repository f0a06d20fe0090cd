import { z } from 'zod';

/** How a plain-text dump is split into stories. `pattern` is a regular expression (RE2 syntax, linear time) that a story's first line matches. */
export const splitRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('byline') }),
  z.object({ kind: z.literal('blank-lines') }),
  /** At two or more blank lines: single ones part the paragraphs of a story. */
  z.object({ kind: z.literal('wide-gaps') }),
  z.object({ kind: z.literal('headings') }),
  z.object({ kind: z.literal('lines') }),
  z.object({ kind: z.literal('separator'), separator: z.string() }),
  z.object({ kind: z.literal('pattern'), pattern: z.string() }),
  z.object({ kind: z.literal('whole') }),
]);
export type SplitRule = z.infer<typeof splitRuleSchema>;
