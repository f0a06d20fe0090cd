import type { Claim } from './claim.ts';
import { isFilled } from './evidence.ts';
import { annotationsOf, type Project } from './project.ts';
import { findRating } from './rating-scale.ts';
import { isEmpty } from './rich-text.ts';
import type { Severity, SignOffRule, SignOffRules } from './sign-off-rules.ts';
import type { StoryKey } from './story.ts';

/** What stands in the way of a sign-off, at one claim. */
export interface Finding {
  claimId: string;
  rule: SignOffRule;
  severity: Exclude<Severity, 'off'>;
}

/** What a claim lacks by the rules of the project, whoever signs it off. */
export function claimFindings(project: Project, claim: Claim): Finding[] {
  const { signOffRules: rules } = project;
  return (['verdict', 'evidence', 'rationale', 'archived'] as const).flatMap((rule) =>
    LACKS[rule](project, claim) ? finding(rules, rule, claim) : [],
  );
}

/**
 * All that stands in the way of a story's being signed off by somebody, claim by claim. With an empty name: what does
 * whoever signs.
 */
export function signOffFindings(project: Project, key: StoryKey, signer: string): Finding[] {
  return annotationsOf(project, key).claims.flatMap((id) => {
    const claim = project.claims.get(id);
    if (!claim) return [];
    const own = signer !== '' && isOwnVerdict(claim, signer);
    return [
      ...claimFindings(project, claim),
      ...(own ? finding(project.signOffRules, 'secondPerson', claim) : []),
    ];
  });
}

export function mayBeSignedOff(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'refuse');
}

/** Who answers for the rating of a claim; null while it has none. Empty: nobody said who. */
export function judgeOf(claim: Claim): string | null {
  if (claim.ratingId === null) return null;
  const last = claim.verdicts.at(-1);
  return last ? last.by : claim.createdBy;
}

/** Whether two names are the same person's, however they were typed. */
export function isSamePerson(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/** A verdict that nobody signed may be anybody's, the signer's own too. */
function isOwnVerdict(claim: Claim, signer: string): boolean {
  const judge = judgeOf(claim);
  return judge !== null && (judge.trim() === '' || isSamePerson(judge, signer));
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

const LACKS: Record<Exclude<SignOffRule, 'secondPerson'>, (project: Project, claim: Claim) => boolean> = {
  verdict: (_, claim) => claim.ratingId === null,
  evidence: (project, claim) => {
    const rating = findRating(project.scale, claim.ratingId);
    return rating !== null && rating.outcome !== 'out-of-scope' && !claim.evidence.some(isFilled);
  },
  rationale: (_, claim) => claim.ratingId !== null && isEmpty(claim.rationale),
  archived: (_, claim) => claim.evidence.some(({ url, archiveUrl }) => url !== '' && archiveUrl === ''),
};

function finding(rules: SignOffRules, rule: SignOffRule, { id }: Claim): Finding[] {
  const severity = rules[rule];
  return severity === 'off' ? [] : [{ claimId: id, rule, severity }];
}
