import type { Claim } from '../claim.ts';
import type { Evidence } from '../evidence.ts';
import type { Opinion } from '../opinion.ts';
import { isSame } from '../project-diff.ts';
import { findRating, type RatingScale } from '../rating-scale.ts';
import { fingerprint } from '../translation/checks/fingerprint.ts';
import { markOf, type Verdict } from '../verdict.ts';
import type { Decision, FieldConflict } from './conflict.ts';
import { mergeEntries } from './entries.ts';
import { mergeFields, type Side } from './fields.ts';

export interface Origin {
  projectId: string;
  title: string;
}

/** What a decision on a claim is signed with. */
export interface Signature {
  by: string;
  at: string;
}

/** What says whether a claim holds and how: two coders may be of two minds about it. */
const OPINION_FIELDS = ['ratingId', 'wording', 'rationale'];

/**
 * One claim of two: fields, evidence entry by entry, verdicts of both in order of time. The verdict that the rating
 * comes from stands last, or the history would say that another one holds.
 */
export function mergeClaim(
  base: Claim | null,
  mine: Claim,
  theirs: Claim,
  prefer: Side,
): { record: Claim; conflicts: FieldConflict[] } {
  const fields = mergeFields(
    base && fieldsOf(base),
    fieldsOf(mine),
    fieldsOf(theirs),
    {
      together: [['storyKey', 'anchors']],
      made: { by: 'createdBy', at: 'createdAt' },
    },
    prefer,
  );
  const evidence = mergeEntries<Evidence>(
    'evidence',
    base?.evidence ?? null,
    mine.evidence,
    theirs.evidence,
    { made: { by: 'addedAt', at: 'addedAt' } },
    prefer,
    ({ addedAt }) => addedAt,
  );
  const verdicts = mergeEntries<Verdict>(
    'verdicts',
    base?.verdicts ?? null,
    mine.verdicts,
    theirs.verdicts,
    { together: [['from', 'to', 'at']] },
    prefer,
    ({ at }) => at,
  );
  const record: Claim = {
    ...fields.record,
    evidence: evidence.entries,
    verdicts: holdingLast(verdicts.entries, fields.record.ratingId),
  };
  return {
    record: withOpinions(record, [...(mine.opinions ?? []), ...(theirs.opinions ?? [])]),
    conflicts: [...fields.conflicts, ...evidence.conflicts, ...verdicts.conflicts],
  };
}

/** The claim with what the two sides held of it on record, as far as they are of two minds. */
export function withBothOpinions(
  claim: Claim,
  sides: readonly { claim: Claim; from: Origin }[],
  conflicts: readonly FieldConflict[],
  scale: RatingScale,
): Claim {
  if (!conflicts.some(({ field }) => OPINION_FIELDS.includes(field))) return claim;
  const opinions = sides.map((side) => opinionOf(side.claim, side.from, scale));
  return withOpinions(claim, [...(claim.opinions ?? []), ...opinions]);
}

/** The claim as a person decided on it: with a verdict of theirs, where the rating was in question or they say why. */
export function decided(
  claim: Claim,
  { mine, theirs }: { mine: Claim; theirs: Claim },
  decision: Decision,
  conflicts: readonly FieldConflict[],
  { by, at }: Signature,
  scale: RatingScale,
): Claim {
  const ratingId = decision.take === 'other' ? decision.ratingId : claim.ratingId;
  const asked = decision.take === 'other' || conflicts.some(({ field }) => field === 'ratingId');
  if (!asked && decision.why.trim() === '') return claim;
  const verdict: Verdict = {
    id: fingerprint(JSON.stringify(['decided', claim.id, theirs.id, ratingId, by, at])),
    from: markOf(findRating(scale, mine.ratingId)),
    to: markOf(findRating(scale, ratingId)),
    by,
    at,
    why: decision.why,
  };
  const others = claim.verdicts.filter(({ id }) => id !== verdict.id).sort(inTime);
  return { ...claim, ratingId, verdicts: [...others, verdict] };
}

function opinionOf(claim: Claim, from: Origin, scale: RatingScale): Opinion {
  const last = claim.verdicts.at(-1);
  const [by, at] = last ? [last.by, last.at] : [claim.createdBy, claim.createdAt];
  const { wording, rationale } = claim;
  const { projectId, title } = from;
  return {
    by,
    at,
    rating: markOf(findRating(scale, claim.ratingId)),
    wording,
    rationale,
    from: { projectId, title },
  };
}

function withOpinions(claim: Claim, opinions: readonly Opinion[]): Claim {
  const different: Opinion[] = [];
  for (const opinion of opinions)
    if (!different.some((other) => isSame(other, opinion))) different.push(opinion);
  const key = (opinion: Opinion) => JSON.stringify([opinion.at, opinion.by, opinion.from.projectId, opinion]);
  different.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const { opinions: _, ...rest } = claim;
  return different.length > 0 ? { ...rest, opinions: different } : rest;
}

function holdingLast(verdicts: readonly Verdict[], ratingId: string | null): Verdict[] {
  const holds = (verdict: Verdict | undefined) => (verdict?.to?.id ?? null) === ratingId;
  const at = verdicts.findLastIndex(holds);
  if (at < 0 || at === verdicts.length - 1) return [...verdicts];
  return [...verdicts.toSpliced(at, 1), verdicts[at] as Verdict];
}

function inTime(a: Verdict, b: Verdict): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

function fieldsOf(
  claim: Claim,
): Omit<Claim, 'evidence' | 'verdicts' | 'opinions'> & { evidence: []; verdicts: [] } {
  const { opinions: _, ...rest } = claim;
  return { ...rest, evidence: [], verdicts: [] };
}
