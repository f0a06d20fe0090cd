import { findRating } from '../../rating-scale.ts';
import type { Block, ContentsEntry } from '../model/block.ts';
import { Draft } from '../model/draft.ts';
import { literal, said, words } from '../model/pieces.ts';
import { hasClaims } from '../parts/claim-order.ts';
import { claimCard } from '../parts/claims.ts';
import { contents, partEntry } from '../parts/contents.ts';
import { quoteInContext } from '../parts/context.ts';
import { masthead, provenance } from '../parts/front.ts';
import { partHeading } from '../parts/headings.ts';
import { claimId, claimsByNumber, claimsInReport } from '../parts/numbered-claims.ts';
import { references } from '../parts/references.ts';
import { scale } from '../parts/scale.ts';
import { storySource } from '../parts/story-source.ts';
import type { Report } from '../report.ts';
import { verdictOf } from '../summary.ts';

/** One page a claim, to be published or printed by itself, with a verdict that is seen from afar. */
export async function* claimPages(report: Report): AsyncGenerator<Block> {
  const draft = new Draft(report, hasClaims(report.project), false);
  yield masthead(draft, ['claims', 'evidence', 'stories']);
  yield contents(draft, function* () {
    if (draft.coveredCount > 0) yield partEntry(draft, 'claims', 'claims');
    yield* claimEntries(draft);
    yield partEntry(draft, 'scale', 'scale');
    yield partEntry(draft, 'provenance', 'provenance');
    if (draft.summary.evidence > 0) yield partEntry(draft, 'references', 'references');
  });
  if (draft.coveredCount > 0) yield { ...partHeading(draft, 'claims', 'claims', 'claims'), hidden: true };
  for await (const ofStory of claimsInReport(draft)) {
    for (const claim of ofStory) {
      const { entry } = claim;
      const name = draft.voice.say('claim', { mark: claim.number });
      yield { kind: 'page-break' };
      yield claimCard(draft, claim, {
        id: claimId(claim.number),
        level: 3,
        size: 'page',
        name: [said(name)],
        bookmark: name.main,
        before: [storySource(draft, entry)],
        quote: (anchor) => quoteInContext(draft, anchor, entry.story),
      });
    }
  }
  yield { kind: 'page-break' };
  yield* scale(draft);
  yield* provenance(draft);
  yield* references(draft);
}

function* claimEntries(draft: Draft): Generator<ContentsEntry> {
  const { scale: ratings } = draft.report.project;
  const { say, both } = draft.voice;
  for (const [number, claim] of claimsByNumber(draft)) {
    const rating = findRating(ratings, claim.ratingId);
    const wording = claim.wording.trim() || claim.anchors.map((anchor) => anchor.quote).join(' … ');
    yield {
      to: claimId(number),
      level: 2,
      number,
      line: [words(wording)],
      after: [
        { kind: 'verdict-sign', verdict: verdictOf(rating) },
        literal(' '),
        said(rating ? both(rating.label) : say('outcome.unrated')),
      ],
    };
  }
}
