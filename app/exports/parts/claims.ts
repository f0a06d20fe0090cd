import { isEmpty } from '../../rich-text.ts';
import { LANGUAGE_SAMPLE, languageOf } from '../../text/language.ts';
import type { Marks, NumberedClaim, PlacedAnchor } from '../marks.ts';
import type { Block, ClaimCard, Fact, InnerBlock, Level } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import type { Line } from '../model/inline.ts';
import { paragraph, said, words } from '../model/pieces.ts';
import { footnotesOf } from './evidence.ts';
import { fact } from './front.ts';
import { smallHeading } from './headings.ts';
import { verdictHistory } from './history.ts';
import { jumpToText, markName } from './jumps.ts';
import { quoteBlock } from './quotes.ts';

/** The claims of a story, with ways back into its text. */
export function* storyClaims(draft: Draft, story: number, { claims }: Marks): Generator<Block> {
  if (claims.length === 0) return;
  yield smallHeading(draft, 'claims', `story-${story}-claims`, 'claims');
  for (const entry of claims) {
    const id = `story-${story}-claim-${entry.number}`;
    const name = draft.voice.say('claim', { mark: markName(draft, 'claim', entry.number) });
    yield claimCard(draft, entry, {
      id,
      level: 5,
      size: 'card',
      name: jumpToText(id, entry.anchors, [said(name)]),
      bookmark: name.main,
      before: [],
      quote: (anchor) => quoteBlock(draft, anchor),
    });
  }
}

/** How a template shows a claim. */
export interface ClaimLook {
  id: string;
  level: Level;
  size: ClaimCard['size'];
  name: Line;
  bookmark: string;
  /** What is said before all else: where the claim comes from. */
  before: Fact[];
  quote: (anchor: PlacedAnchor) => InnerBlock;
}

export function claimCard(draft: Draft, entry: NumberedClaim, look: ClaimLook): ClaimCard {
  const { say, both } = draft.voice;
  const { claim, rating, verdict, anchors } = entry;
  const { before, quote, ...card } = look;
  const label = rating ? both(rating.label) : say('outcome.unrated');
  const outcome = rating ? say(`outcome.${rating.outcome}`) : label;
  const wording = wordingOf(entry);
  const { marks, notes } = footnotesOf(draft, claim.evidence);
  const facts: Fact[] = [...before, { name: say('claim.quote'), blocks: anchors.map(quote) }];
  if (claim.claimant !== '') facts.push(fact(say('claim.claimant'), words(claim.claimant)));
  if (!isEmpty(claim.rationale))
    facts.push({ name: say('claim.rationale'), blocks: [{ kind: 'rich', rich: claim.rationale }] });
  facts.push({
    name: say('claim.evidence'),
    blocks:
      notes.length === 0
        ? [paragraph('quiet', said(say('claim.noEvidence')))]
        : [{ kind: 'footnotes', notes }],
  });
  if (claim.verdicts.length > 0)
    facts.push({ name: say('claim.history'), blocks: [verdictHistory(draft, claim.verdicts)] });
  return {
    kind: 'claim',
    ...card,
    wording,
    lang: languageOf(wording.slice(0, LANGUAGE_SAMPLE)),
    verdict,
    rating: label,
    outcome: outcome.main === label.main ? null : outcome,
    footnotes: marks,
    facts,
  };
}

/** The claim in the checker's words, or, where there are none yet, in the story's. */
export function wordingOf({ claim, anchors }: Pick<NumberedClaim, 'claim' | 'anchors'>): string {
  return claim.wording.trim() === '' ? anchors.map(({ anchor }) => anchor.quote).join(' … ') : claim.wording;
}
