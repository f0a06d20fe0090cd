import { fileURLToPath } from 'node:url';

/** An absolute path in the repository. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}
