import { z } from 'zod';
import { columnMappingSchema } from './formats/column-mapping.ts';
import { FORMAT_IDS } from './formats/format-ids.ts';

/** What a person chose against the program's guess of how a dump is to be read; null: as guessed. */
export const dumpReadingSchema = z.object({
  format: z.enum(FORMAT_IDS).nullable(),
  /** A label of the WHATWG Encoding Standard. */
  encoding: z.string().min(1).nullable(),
  mapping: columnMappingSchema.nullable(),
});
export type DumpReading = z.infer<typeof dumpReadingSchema>;

export const AS_GUESSED: DumpReading = { format: null, encoding: null, mapping: null };
