import { z } from 'zod';

/** A column's name, or the keys that lead to it in a JSON record; `*` stands for every item of a list. */
const columnPathSchema = z.array(z.string());
export type ColumnPath = z.infer<typeof columnPathSchema>;

/** Which columns of a table, or keys of JSON records, hold what of a story. null: none does. */
export const columnMappingSchema = z.object({
  /** Joined by blank lines, in this order. */
  text: z.array(columnPathSchema).min(1),
  id: columnPathSchema.nullable(),
  title: columnPathSchema.nullable(),
  name: columnPathSchema.nullable(),
  handle: columnPathSchema.nullable(),
  date: columnPathSchema.nullable(),
  lang: columnPathSchema.nullable(),
  link: columnPathSchema.nullable(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;
