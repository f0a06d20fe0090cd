import type { Problem } from '../problem.ts';
import type { Manifest } from './manifest.ts';

/** What is proved of a bundle, in this order. */
export const BUNDLE_CHECKS = [
  /** The zip is one, with nothing between its files, and no trick in a name. */
  'archive',
  'manifest',
  /** Exactly those files are there that the manifest lists. */
  'files',
  /** Each has the size and the SHA-256 that the manifest says. */
  'hashes',
  'project',
  /** The project's dumps are those of the manifest, and what is here of them is what they were. */
  'dumps',
  /** Every story of the project is in its dump. */
  'stories',
  /** Every quote stands at its place in its story. */
  'quotes',
  /** Evidence has the files that it names. */
  'attachments',
  /** The report names the dumps, and is what the program makes of the bundle. */
  'report',
] as const;
export type BundleCheck = (typeof BUNDLE_CHECKS)[number];

/** `unproven`: nothing is wrong, but something that the project speaks of is not here. `skipped`: could not be looked at. */
export type CheckStatus = 'passed' | 'failed' | 'unproven' | 'skipped';

export interface CheckResult {
  check: BundleCheck;
  status: CheckStatus;
  /** How much was looked at: files, dumps, stories, quotes. */
  count: number;
  /** What is wrong or not here, the first of it. */
  problems: Problem[];
  /** And how much more. */
  more: number;
}

/** What is known of a bundle by its manifest. */
export type BundleFacts = Pick<Manifest, 'mode' | 'madeAt' | 'madeWith' | 'project' | 'report'> & {
  dumps: number;
  files: number;
};

export interface Verification {
  outcome: 'whole' | 'unproven' | 'broken';
  checks: CheckResult[];
  facts: BundleFacts | null;
  /** Lower-case hexadecimal: to be compared with what was published. */
  manifestSha256: string | null;
}

export function outcomeOf(checks: readonly CheckResult[]): Verification['outcome'] {
  if (checks.some(({ status }) => status === 'failed')) return 'broken';
  return checks.some(({ status }) => status === 'unproven') ? 'unproven' : 'whole';
}
