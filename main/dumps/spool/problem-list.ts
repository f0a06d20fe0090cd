import type { Problem } from '../../../app/problem.ts';

/** A damaged dump may have millions of problems; so many are named, the rest only counted. */
const LISTED = 1000;

export class ProblemList {
  private readonly problems: Problem[] = [];
  private count = 0;

  add(problem: Problem): void {
    this.count++;
    if (this.problems.length < LISTED) this.problems.push(problem);
  }

  /** Counts problems that nobody can name. */
  addUnlisted(count: number): void {
    this.count += count;
  }

  list(): Problem[] {
    const more = this.count - this.problems.length;
    return more === 0
      ? this.problems
      : [...this.problems, { code: 'problems-more', params: { count: more } }];
  }
}
