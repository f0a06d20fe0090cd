import { z } from 'zod';

/** A column's name, or a path of keys into a JSON record. */
const columnSchema = z.array(z.string()).nullable();

/** Which columns of a table, or keys of JSON records, hold what of a story. null: none does. */
export const columnMappingSchema = z.object({
  text: z.array(z.string()).min(1),
  id: columnSchema,
  title: columnSchema,
  name: columnSchema,
  handle: columnSchema,
  date: columnSchema,
  lang: columnSchema,
  link: columnSchema,
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;
