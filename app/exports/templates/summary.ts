import { isFilled } from '../../evidence.ts';
import type { Block, Row } from '../model/block.ts';
import { Draft } from '../model/draft.ts';
import { again, cell, cellOf, literal, paragraph, said, words } from '../model/pieces.ts';
import { hasClaims } from '../parts/claim-order.ts';
import { wordingOf } from '../parts/claims.ts';
import { contents, partEntry } from '../parts/contents.ts';
import { footnote, footnotesOf } from '../parts/evidence.ts';
import { masthead, provenance } from '../parts/front.ts';
import { partHeading } from '../parts/headings.ts';
import { type ClaimInReport, claimId, claimsByNumber, claimsInReport } from '../parts/numbered-claims.ts';
import { placeOfClaim } from '../parts/quotes.ts';
import { references } from '../parts/references.ts';
import { scale } from '../parts/scale.ts';
import { sourceName } from '../parts/sources.ts';
import { claimFigures, fidelityFigure } from '../parts/summary.ts';
import type { Report } from '../report.ts';

/** What was found, on as few pages as it takes: the charts, and a row a claim. */
export async function* summary(report: Report): AsyncGenerator<Block> {
  const draft = new Draft(report, hasClaims(report.project), false);
  const { say } = draft.voice;
  const hasEvidence = draft.summary.evidence > 0;
  yield masthead(draft, ['claims', 'evidence', 'stories', 'notes']);
  yield contents(draft, function* () {
    yield partEntry(draft, 'summary', 'summary');
    if (draft.coveredCount > 0) yield partEntry(draft, 'claims', 'claims');
    if (hasEvidence) yield partEntry(draft, 'evidence', 'claim.evidence');
    yield partEntry(draft, 'scale', 'scale');
    yield partEntry(draft, 'provenance', 'provenance');
    if (hasEvidence) yield partEntry(draft, 'references', 'references');
  });
  yield partHeading(draft, 'summary', 'summary', 'summary');
  yield* claimFigures(draft);
  yield* fidelityFigure(draft);
  if (draft.coveredCount > 0) {
    yield partHeading(draft, 'claims', 'claims', 'claims');
    yield {
      kind: 'table',
      role: 'claims-table',
      caption: [said(say('claims'))],
      captionHidden: true,
      columns: [
        { head: [said(say('claim.number'))], role: 'count', width: 6 },
        { head: [said(say('claims'))], role: 'name', width: 46 },
        { head: [said(say('source'))], role: 'text', width: 24 },
        { head: [said(say('claim.verdict'))], role: 'text', width: 24 },
      ],
      rows: rows(draft),
      foot: null,
    };
  }
  if (hasEvidence) {
    yield partHeading(draft, 'evidence', 'evidence', 'claim.evidence');
    yield { kind: 'footnotes', notes: again(() => footnotes(draft)) };
  }
  yield* scale(draft);
  yield* provenance(draft);
  yield* references(draft);
}

async function* rows(draft: Draft): AsyncGenerator<Row> {
  for await (const ofStory of claimsInReport(draft)) for (const claim of ofStory) yield row(draft, claim);
}

function row(draft: Draft, claim: ClaimInReport): Row {
  const { voice } = draft;
  const { rating, verdict, entry } = claim;
  const { marks } = footnotesOf(draft, claim.claim.evidence);
  const label = rating ? voice.both(rating.label) : voice.say('outcome.unrated');
  const place = placeOfClaim(claim.anchors, voice);
  // Said once where the source speaks for itself.
  const claimant = claim.claim.claimant === entry.ref.source?.name ? '' : claim.claim.claimant;
  return {
    id: claimId(claim.number),
    cells: [
      cell(literal(claim.number)),
      cellOf([
        paragraph('plain', words(wordingOf(claim))),
        ...(claimant.trim() === '' ? [] : [paragraph('quiet', words(claimant))]),
        ...(place ? [paragraph('notice', said(place))] : []),
      ]),
      cellOf([
        paragraph('plain', ...sourceName(entry.ref.source, voice)),
        ...(entry.ref.publishedAt === null ? [] : [paragraph('quiet', voice.time(entry.ref.publishedAt))]),
      ]),
      cell(
        { kind: 'verdict-sign', verdict },
        literal(' '),
        said(label, { bold: true }),
        ...(marks.length === 0 ? [] : [literal(' '), ...marks]),
      ),
    ],
  };
}

/** The same pieces of evidence in the same order as in the rows, which counted them from 1. */
function* footnotes(draft: Draft) {
  let number = 0;
  for (const [, claim] of claimsByNumber(draft))
    for (const item of claim.evidence.filter(isFilled)) {
      number += 1;
      yield footnote(draft, item, number);
    }
}
