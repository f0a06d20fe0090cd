import type { Anchor } from '../../anchor.ts';
import type { Claim } from '../../claim.ts';
import type { Command } from '../../commands.ts';
import { annotationsOf } from '../../project.ts';
import { fromPlainText } from '../../rich-text.ts';
import { reviewOf } from '../../story-annotations.ts';
import type { SetClaim } from '../annotation-set.ts';
import { claimDifferences, has, isSameEvidence, isSameMaker } from './compare.ts';
import { derivedId, spots } from './ids.ts';
import { firstLineOf, onlyPlaceOf } from './place-spans.ts';
import type { EntryReason, FieldDifference, ImportOptions, PlannedEntry } from './plan.ts';
import { inProject } from './quoted-stories.ts';
import { evidenceOf, madeBy } from './records.ts';
import type { StoryImport } from './story-import.ts';

/** What becomes of a claim of the file. */
export function planClaim(work: StoryImport, theirs: SetClaim): PlannedEntry {
  const { project, options, ratings, holder, quoteOf } = work.shared;
  const places = work.placesOf(theirs.spans);
  const rating = ratings.map(theirs.ratingId);
  const ratingId = rating.kind === 'known' ? rating.ratingId : null;
  const anchors = places.anchors.filter((anchor) => anchor !== null);
  const content = {
    wording: theirs.wording,
    claimant: theirs.claimant,
    ratingId,
    rationale: theirs.rationale,
    anchors: anchors.length > 0 ? anchors : null,
  };
  const named = holder.idOf('claim', theirs.id, work.key, [
    ...spots(anchors),
    ...[theirs.wording, theirs.claimant, theirs.ratingId ?? '', theirs.rationale, theirs.by],
  ]);
  const made = madeBy(theirs, options);
  const evidence = evidenceOf(theirs.evidence, { claimId: named.id, addedAt: made.createdAt, quoteOf });
  const base = {
    what: 'claim' as const,
    words: theirs.wording,
    quote: theirs.spans.map(({ quote }) => quote).join(' … '),
  };

  const differ = (mine: Claim) => claimDifferences(mine, { ...content, evidence }, work.text);
  const twin = named.existing
    ? named.id
    : holder.twinOf('claim', annotationsOf(project, work.key).claims, (id) => {
        const mine = project.claims.get(id);
        return (
          mine !== undefined &&
          content.anchors !== null &&
          isSameMaker(mine, theirs) &&
          differ(mine).length === 0
        );
      });
  const mine = twin === null ? undefined : project.claims.get(twin);
  if (mine) {
    if (named.met) return work.entry('matched', { ...base, id: mine.id, reason: 'twice' });
    const differences = differ(mine);
    return work.known(
      mine.id,
      base,
      differences,
      claimEdits(work, mine, { ...content, evidence }, differences),
    );
  }
  if (named.met) return work.entry('matched', { ...base, id: named.id, reason: 'twice' });
  const { id } = named;
  const refuse = (reason: EntryReason) => work.entry('refused', { ...base, id, reason, lost: places.lost });
  const story = work.found;
  if (!story) return work.refusedStory(base, id);
  if (reviewOf(project, story.key) === 'signed-off') return refuse('signed-off');
  if (rating.kind === 'unknown') return refuse('rating-unknown');
  let [reason, moved] = [places.reason, places.moved];
  if (theirs.spans.length === 0) {
    const byWording = onlyPlaceOf(theirs.wording, story.story);
    const onFirstLine = options.onFirstLine ? firstLineOf(story.story) : null;
    const chosen = byWording ?? onFirstLine;
    if (!chosen) return refuse('no-place');
    anchors.push(chosen);
    [reason, moved] = [byWording ? 'placed-by-wording' : 'placed-on-first-line', true];
  } else if (anchors.length === 0) return refuse(places.reason ?? 'quote-not-found');
  const claim: Claim = {
    ...{ id, storyKey: story.key, anchors, wording: theirs.wording, claimant: theirs.claimant },
    ...{
      ratingId: null,
      rationale: fromPlainText(theirs.rationale),
      evidence,
      verdicts: [],
      carriedFrom: theirs.carriedFrom || null,
    },
    ...made,
  };
  return work.entry(moved ? 'moved' : 'added', {
    ...base,
    id,
    reason,
    around: anchors[0] ?? null,
    lost: places.lost,
    commands: [{ type: 'claim.add', claim }, ...verdict(options, id, ratingId, made.createdBy)],
  });
}

/** What makes a claim of the project say what the file says. Evidence is added or changed, and never taken away. */
function claimEdits(
  work: StoryImport,
  mine: Claim,
  theirs: {
    wording: string;
    claimant: string;
    ratingId: string | null;
    rationale: string;
    anchors: Anchor[] | null;
    evidence: Claim['evidence'];
  },
  differences: readonly FieldDifference[],
): Command[] {
  const { project, options } = work.shared;
  const changes = {
    ...(has(differences, 'wording') ? { wording: theirs.wording } : {}),
    ...(has(differences, 'claimant') ? { claimant: theirs.claimant } : {}),
    ...(has(differences, 'rationale') ? { rationale: fromPlainText(theirs.rationale) } : {}),
    ...(has(differences, 'place') && theirs.anchors ? { anchors: theirs.anchors } : {}),
  };
  const evidence = theirs.evidence
    .filter((entry) => !mine.evidence.some((own) => isSameEvidence(own, entry)))
    .map((entry): Command => {
      const own = mine.evidence.find(({ id }) => id === entry.id);
      if (!own)
        return {
          type: 'evidence.add',
          claimId: mine.id,
          evidence: inProject(entry, project),
          before: null,
        };
      const { id: _, addedAt: __, story, ...told } = entry;
      const quote = told.quote || (story?.anchor.quote ?? '');
      const said = Object.entries({ ...told, quote }).filter(([, value]) => value !== '' && value !== null);
      return {
        type: 'evidence.edit',
        claimId: mine.id,
        evidenceId: own.id,
        changes: Object.fromEntries(said),
      };
    });
  const isOpen = reviewOf(project, mine.storyKey) !== 'signed-off';
  return [
    ...(Object.keys(changes).length > 0 ? [{ type: 'claim.edit', claimId: mine.id, changes } as const] : []),
    ...evidence,
    ...(has(differences, 'rating') && isOpen
      ? verdict(options, mine.id, theirs.ratingId, options.by, mine.ratingId)
      : []),
  ];
}

/** A rating comes with who gave it, as far as that is known, and with when it came into the project. */
function verdict(
  { at, why }: ImportOptions,
  claimId: string,
  ratingId: string | null,
  by: string,
  before: string | null = null,
): Command[] {
  if (ratingId === null) return [];
  const id = derivedId('verdict', claimId, before ?? '', ratingId, at);
  return [{ type: 'verdict.give', claimId, verdict: { id, ratingId, by, at, why } }];
}
