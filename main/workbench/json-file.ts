import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { writeDurably } from '../durable-file.ts';

/**
 * A small file of the program's own, such as the settings. Null where there is none. One that does not parse is
 * renamed to `<path>.damaged-<time>`, so that nothing a person set up is thrown away, and counts as none.
 */
export async function readJsonFile<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S> | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  const value = parsed(text, schema);
  if (value === null) await rename(path, `${path}.damaged-${Date.now()}`);
  return value;
}

/** Replaces the file whole or not at all; makes its folder where it is missing. */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeDurably(path, [`${JSON.stringify(value, null, 2)}\n`]);
}

function parsed<S extends z.ZodType>(text: string, schema: S): z.infer<S> | null {
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}
