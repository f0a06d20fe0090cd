import { UratoriError } from '../../app/problem.ts';

/** A failure to write a project, in words that a person can act on. What is one already stays, but for the folder. */
export function writeProblem(thrown: unknown, path: string): UratoriError {
  if (thrown instanceof UratoriError) {
    return thrown.code === 'export-folder-missing'
      ? new UratoriError('project-folder-missing', thrown.params, { cause: thrown })
      : thrown;
  }
  const error = thrown as NodeJS.ErrnoException;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new UratoriError('disk-full', { path }, { cause: error });
  return new UratoriError('write-failed', { path, detail: error.message }, { cause: error });
}

/** Whether the place, and not the moment, forbids writing. */
export function isReadOnlyPlace(thrown: unknown): boolean {
  const code = (thrown as NodeJS.ErrnoException).code;
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM';
}
