import type { Problem } from '../../app/problem.ts';
import type { JournalLine } from './journal-scan.ts';
import { journalFile } from './paths.ts';
import type { Recovered } from './recover.ts';

/** Where what could not be used was put; null where it stands as it stood. */
export interface Kept {
  /** The project file that could not be read. */
  damaged: string | null;
  /** The lines of the journal that could not be used. */
  lines: string | null;
}

/** What a person has to know of an opening that did not go as usual. */
export function noticesOf(file: string, found: Recovered, kept: Kept): Problem[] {
  const notices: Problem[] = [];
  if (found.fallback) {
    const { backup, reason } = found.fallback;
    const params = { path: file, backup, reason: reason.code, detail: reason.params.detail ?? '' };
    notices.push({
      code: 'project-recovered-from-backup',
      params: { ...params, kept: kept.damaged ?? file },
    });
  }
  const first = found.rejected[0];
  if (first) {
    const path = journalFile(file);
    const bytes = found.rejected.reduce((sum, line) => sum + line.end - line.start, 0);
    const where = { path, line: first.number, bytes, kept: kept.lines ?? path };
    notices.push(
      isTorn(found.rejected)
        ? { code: 'project-journal-torn', params: where }
        : { code: 'project-journal-damaged', params: { ...where, lines: found.rejected.length } },
    );
  }
  return notices;
}

/** A last line without its end: what a write leaves that was cut off before anyone was told that it is done. */
export function isTorn(rejected: readonly JournalLine[]): boolean {
  return rejected.length === 1 && rejected[0]?.whole === false;
}
