import { UratoriError } from '../problem.ts';

/** What a command names. @throws UratoriError `command-unknown-target` where the project does not have it */
export function known<T>(found: T | undefined, what: string, id: string): T {
  if (found === undefined) throw new UratoriError('command-unknown-target', { what, id });
  return found;
}

/** @throws UratoriError `command-duplicate` where the project has such a thing already */
export function mustBeNew(exists: boolean, what: string, name: string): void {
  if (exists) throw new UratoriError('command-duplicate', { what, name });
}

/** @throws UratoriError `command-refused`; `reason` selects a branch of the message; its grammar takes no hyphens. */
export function refuse(reason: string, name: string): never {
  throw new UratoriError('command-refused', { reason, name });
}
