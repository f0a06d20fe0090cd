import { z } from 'zod';

/**
 * Every way in which the program refuses or fails, as data: a code that the interface translates
 * (`resources/locales/<language>/errors.json` has a message for each: what happened, where, what to do next)
 * and the values to put into the message.
 */
export const PROBLEM_CODES = [
  // dumps
  'dump-not-found',
  'dump-not-readable',
  'dump-empty',
  'dump-encoding-unsupported',
  'dump-binary',
  'dump-invalid-bytes',
  'dump-changed-while-open',
  'dump-not-open',
  'dump-partly-indexed',
  'opening-cancelled',
  'likeness-cancelled',
  'story-not-found',
  'pattern-invalid',
  'separator-empty',
  'query-empty',
  'query-unclosed',
  'query-unexpected',
  'query-incomplete',
  'query-bad-value',
  'query-bad-date',
  'query-bad-pattern',
  'query-unknown-verdict',
  'query-scope-inside',
  'query-scopes-mixed',
  'query-too-deep',
  'query-needs-project',
  // inside dumps: what could not be read of one, while the rest could
  'record-bad-json',
  'record-bad-shape',
  'record-too-large',
  'record-no-text',
  'record-broken-quote',
  'entry-invalid-text',
  'entry-truncated',
  'entry-damaged',
  'entry-encrypted',
  'entry-unsafe-name',
  'entry-too-large',
  'entry-too-many',
  'entry-too-deep',
  'entry-packing-unknown',
  'entry-not-readable',
  'entry-unknown',
  'entry-no-text',
  'problems-more',
  // projects
  'merge-base-unrelated',
  'merge-scales-differ',
  'merge-changed',
  'merge-with-itself',
  'project-not-found',
  'project-not-readable',
  'project-not-a-project',
  'project-too-new',
  'project-damaged',
  'project-recovered-from-backup',
  'project-journal-torn',
  'project-journal-damaged',
  'project-locked',
  'project-read-only',
  'project-folder-read-only',
  'project-folder-missing',
  'disk-full',
  'write-failed',
  'project-exists',
  'project-not-open',
  // commands
  'command-invalid',
  'command-unknown-target',
  'command-duplicate',
  'command-refused',
  'bulk-too-many',
  'bulk-list-changed',
  'nothing-to-undo',
  'history-out-of-reach',
  'history-story-moved',
  'nothing-to-redo',
  // exports
  'export-target-is-dump',
  'export-target-exists',
  'export-place-taken',
  'export-quote-mismatch',
  'export-folder-missing',
  'export-nothing-found',
  'logo-no-picture',
  'logo-too-large',
  'print-no-browser',
  'print-browser-missing',
  'print-browser-old',
  'print-too-large',
  'print-failed',
  'report-not-a-report',
  'report-too-new',
  'report-damaged',
  // annotations of other programs
  'interchange-unreadable',
  'interchange-no-place',
  'import-unknown-format',
  'import-outdated',
  // bundles: what keeps one from being made
  'bundle-dump-missing',
  'bundle-story-missing',
  'bundle-quote-mismatch',
  'bundle-attachment-missing',
  'bundle-attachment-changed',
  'bundle-file-changed',
  'bundle-name-unsafe',
  // what is wrong with one, or cannot be proved of it
  'bundle-archive-damaged',
  'bundle-entry-unsafe',
  'bundle-entry-damaged',
  'bundle-no-manifest',
  'bundle-manifest-damaged',
  'bundle-too-new',
  'bundle-file-missing',
  'bundle-file-unknown',
  'bundle-file-differs',
  'bundle-project-damaged',
  'bundle-project-differs',
  'bundle-dump-differs',
  'bundle-dump-not-included',
  'bundle-stories-not-looked-at',
  'bundle-attachment-not-included',
  'bundle-report-other-dump',
  'bundle-report-differs',
  'bundle-report-not-comparable',
  // agreement between coders
  'agreement-gone',
  'agreement-one-person',
  // hosts
  'attachment-missing',
  'attachment-no-file',
  'file-not-readable',
  'path-not-allowed',
  'call-unknown',
  'call-invalid',
  'upload-too-large',
  'connection-lost',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const problemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** A failure as it crosses a boundary. */
export type Problem = z.infer<typeof problemSchema>;

/** A failure inside one process. Its message is English and for logs; people read the translation of `code`. */
export class UratoriError extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, string | number>;

  constructor(
    code: ProblemCode,
    params: Record<string, string | number> = {},
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'UratoriError';
    this.code = code;
    this.params = params;
  }

  toProblem(): Problem {
    return { code: this.code, params: this.params };
  }
}

/** What to tell a person about anything that was thrown. */
export function problemFrom(thrown: unknown): Problem {
  if (thrown instanceof UratoriError) return thrown.toProblem();
  return { code: 'internal', params: { detail: thrown instanceof Error ? thrown.message : String(thrown) } };
}
