import { z } from 'zod';
import { dumpReadingSchema } from './dump-reading.ts';
import { splitRuleSchema } from './formats/split-rule.ts';

/**
 * A dump as a project remembers it: by reference, never by content. `relativePath` is from the project file's
 * folder (with `/`), null while the project has no place of its own; `sha256` is null until the whole file was read once.
 */
export const dumpRefSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  path: z.string().min(1),
  relativePath: z.string().nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable(),
  /** Bytes. */
  bytes: z.number().int().nonnegative(),
  format: z.string(),
  encoding: z.string(),
  rule: splitRuleSchema.nullable(),
  /** What a person chose against the guess; missing in projects from before there was a choice. */
  reading: dumpReadingSchema.nullable().optional(),
});
export type DumpRef = z.infer<typeof dumpRefSchema>;
