import type { Block } from '../model/block.ts';
import { Draft } from '../model/draft.ts';
import { said } from '../model/pieces.ts';
import { hasClaims } from '../parts/claim-order.ts';
import { claimCard } from '../parts/claims.ts';
import { contents, partEntry, storyEntries } from '../parts/contents.ts';
import { quoteInContext } from '../parts/context.ts';
import { masthead, provenance } from '../parts/front.ts';
import { partHeading } from '../parts/headings.ts';
import { claimId, claimsInReport } from '../parts/numbered-claims.ts';
import { references } from '../parts/references.ts';
import { scale } from '../parts/scale.ts';
import { backToContents, storyHead, storyLinks } from '../parts/story.ts';
import { claimFigures } from '../parts/summary.ts';
import type { Report } from '../report.ts';

/** The claims alone, story by story: verdict, quote in its context, rationale and evidence. */
export async function* claims(report: Report): AsyncGenerator<Block> {
  const draft = new Draft(report, hasClaims(report.project));
  yield masthead(draft, ['claims', 'evidence', 'stories']);
  yield contents(draft, function* () {
    yield partEntry(draft, 'summary', 'summary');
    if (draft.coveredCount > 0) yield partEntry(draft, 'claims', 'claims');
    yield* storyEntries(draft);
    yield partEntry(draft, 'scale', 'scale');
    yield partEntry(draft, 'provenance', 'provenance');
    if (draft.summary.evidence > 0) yield partEntry(draft, 'references', 'references');
  });
  yield partHeading(draft, 'summary', 'summary', 'summary');
  yield* claimFigures(draft);
  if (draft.coveredCount > 0) yield partHeading(draft, 'stories', 'claims', 'claims');
  for await (const ofStory of claimsInReport(draft)) {
    const [first] = ofStory;
    if (!first) continue;
    const { entry } = first;
    yield* storyHead(draft, entry);
    yield* storyLinks(draft, entry.story?.links ?? []);
    for (const claim of ofStory) {
      const name = draft.voice.say('claim', { mark: claim.number });
      yield claimCard(draft, claim, {
        id: claimId(claim.number),
        level: 4,
        size: 'card',
        name: [said(name)],
        bookmark: name.main,
        before: [],
        quote: (anchor) => quoteInContext(draft, anchor, entry.story),
      });
    }
    yield backToContents(draft);
  }
  yield* scale(draft);
  yield* provenance(draft);
  yield* references(draft);
}
