import { z } from 'zod';
import { UratoriError } from '../problem.ts';
import { CRATE_FILE } from './ro-crate.ts';

/** The texts of one export by file name. */
export type Files = ReadonlyMap<string, string>;

/** @throws UratoriError `interchange-unreadable` (params `file`, `detail`) */
export function unreadable(file: string, detail: string): never {
  throw new UratoriError('interchange-unreadable', { file, detail });
}

/** @throws UratoriError `interchange-unreadable` */
export function jsonIn<T extends z.ZodType>(file: string, text: string, schema: T): z.infer<T> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (thrown) {
    return unreadable(file, thrown instanceof Error ? thrown.message : String(thrown));
  }
  return fits(file, content, schema);
}

/** @throws UratoriError `interchange-unreadable` */
export function fits<T extends z.ZodType>(file: string, content: unknown, schema: T): z.infer<T> {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return unreadable(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** What JSON-LD lets stand alone or in a list. */
export const manyOf = <T extends z.ZodType>(schema: T) =>
  z.union([z.array(schema), schema.transform((one) => [one] as z.infer<T>[])]).default([]);

/** Names of files of a folder by their extension, in the order of their names; what only describes the folder is none. */
export function filesEnding(files: Files, ending: string): string[] {
  return [...files.keys()].filter((name) => name.endsWith(ending) && name !== CRATE_FILE).sort();
}

/** 1 → `0001`. */
export function serial(index: number): string {
  return String(index).padStart(4, '0');
}
