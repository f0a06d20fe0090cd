import { BUNDLE_CHECKS, type BundleCheck, type CheckResult } from '../../app/bundle/verification.ts';
import type { Problem } from '../../app/problem.ts';

/** A bundle may be wrong in a million places; so many of each kind are named, the rest counted. */
const NAMED = 50;

/** What was looked at and found, check by check. */
export class CheckList {
  readonly #results = new Map<
    BundleCheck,
    { count: number; failed: Problem[]; unproven: Problem[]; skipped: Problem[]; left: boolean }
  >();

  /** So many more things were looked at. */
  looked(check: BundleCheck, count = 1): void {
    this.#of(check).count += count;
  }

  failed(check: BundleCheck, ...problems: Problem[]): void {
    this.#of(check).failed.push(...problems);
  }

  unproven(check: BundleCheck, problem: Problem): void {
    this.#of(check).unproven.push(problem);
  }

  /** It could not be looked at; the problem says why, where that is no other check's failure. */
  skipped(check: BundleCheck, ...problems: Problem[]): void {
    const found = this.#of(check);
    found.left = true;
    found.skipped.push(...problems);
  }

  /** A check that nobody came to was skipped. */
  results(): CheckResult[] {
    return BUNDLE_CHECKS.map((check) => {
      const found = this.#results.get(check);
      if (!found) return { check, status: 'skipped', count: 0, problems: [], more: 0 };
      const { count, failed, unproven, skipped, left } = found;
      const all = [...failed, ...unproven, ...skipped];
      const status =
        failed.length > 0 ? 'failed' : unproven.length > 0 ? 'unproven' : left ? 'skipped' : 'passed';
      return { check, status, count, problems: all.slice(0, NAMED), more: Math.max(0, all.length - NAMED) };
    });
  }

  hasFailed(...checks: BundleCheck[]): boolean {
    return checks.some((check) => (this.#results.get(check)?.failed.length ?? 0) > 0);
  }

  #of(check: BundleCheck) {
    const known = this.#results.get(check) ?? {
      count: 0,
      failed: [],
      unproven: [],
      skipped: [],
      left: false,
    };
    this.#results.set(check, known);
    return known;
  }
}
