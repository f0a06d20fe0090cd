import type { ReadGlossary } from '../../app/glossary/reading.ts';

/** A glossary that was read from a file and is not part of the project yet. */
export interface PendingImport {
  name: string;
  read: ReadGlossary;
}
