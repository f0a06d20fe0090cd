import type { Claim } from '../../claim.ts';
import { type Marks, marksOf, type NumberedClaim } from '../marks.ts';
import type { Draft } from '../model/draft.ts';
import type { ReportStory } from '../report.ts';
import { claimsOf } from './claim-order.ts';

export const claimId = (claim: number) => `claim-${claim}`;

/** A claim of a template that is about claims: `number` counts through the whole report. */
export interface ClaimInReport extends NumberedClaim {
  entry: ReportStory & { number: number };
  marks: Marks;
}

/** The claims of all stories, story by story. */
export async function* claimsInReport(draft: Draft): AsyncGenerator<ClaimInReport[]> {
  const { project } = draft.report;
  let number = 0;
  for await (const entry of draft.stories()) {
    const marks = marksOf(project, entry);
    const known = new Map(marks.claims.map((claim) => [claim.claim.id, claim]));
    yield claimsOf(project, entry.key).flatMap(({ id }) => {
      const claim = known.get(id);
      if (!claim) return [];
      number += 1;
      return [{ ...claim, number, entry, marks }];
    });
  }
}

/** The same claims by their numbers, without their stories' texts. */
export function* claimsByNumber(draft: Draft): Generator<[number, Claim]> {
  let number = 0;
  for (const [key] of draft.covered())
    for (const claim of claimsOf(draft.report.project, key)) {
      number += 1;
      yield [number, claim];
    }
}
