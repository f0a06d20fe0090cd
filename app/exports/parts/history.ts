import type { Review, ReviewStep } from '../../review.ts';
import type { RatingMark, Verdict } from '../../verdict.ts';
import type { Block, List, ListItem } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import type { Inline } from '../model/inline.ts';
import { literal, paragraph, said, words } from '../model/pieces.ts';

/** How a claim came to its rating, the oldest first. */
export function verdictHistory(draft: Draft, verdicts: readonly Verdict[]): List {
  const { say, both } = draft.voice;
  const name = (mark: RatingMark | null) => (mark ? both(mark.label) : say('outcome.unrated'));
  return {
    kind: 'list',
    style: 'history',
    name: say('claim.history'),
    items: verdicts.map((verdict) => ({
      line: [
        said(name(verdict.from)),
        literal(' → '),
        said(name(verdict.to), { bold: true }),
        literal(' '),
        ...signed(draft, verdict),
      ],
      blocks: [],
    })),
  };
}

/** Who put a story into its state, when and why, and the states before it, the newest of them first. */
export function* reviewLines(draft: Draft, review: Review | null): Generator<Block> {
  const { say } = draft.voice;
  const name = [said(say('review')), literal(': ')];
  if (!review) {
    yield paragraph('review', ...name, said(say('review.unread')));
    return;
  }
  const state = (step: ReviewStep) => [
    said(say(`review.${step.state}`)),
    literal(' · '),
    ...signed(draft, step),
  ];
  yield paragraph('review', ...name, ...state(review));
  if (review.past.length === 0) return;
  const items: ListItem[] = review.past.toReversed().map((step) => ({ line: state(step), blocks: [] }));
  yield { kind: 'list', style: 'history', name: say('review.past'), items };
}

function signed({ voice }: Draft, { by, at, why }: Pick<Verdict, 'by' | 'at' | 'why'>): Inline[] {
  return [
    who(voice, by),
    literal(' · ', { quiet: true }),
    voice.time(at, { quiet: true }),
    ...(why.trim() === '' ? [] : [literal(' · ', { quiet: true }), words(why, { italic: true })]),
  ];
}

/** A person, or that nobody is named. */
export function who({ say }: Pick<Draft['voice'], 'say'>, by: string): Inline {
  return by.trim() === '' ? said(say('nobody'), { quiet: true }) : words(by, { quiet: true });
}
