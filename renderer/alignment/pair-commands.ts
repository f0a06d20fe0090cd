import { type Anchor, anchorAt } from '../../app/anchor.ts';
import type { Command } from '../../app/commands.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import type { Story, StoryKey } from '../../app/story.ts';
import type { Range } from '../../app/text/boundaries.ts';
import type { PairRanges } from '../../app/translation/align.ts';
import type { Pairs } from '../../app/translation/edit-pairs.ts';
import type { Fidelity, Judgement } from '../../app/translation/judgement.ts';
import { type Desk, keyOf, newId, withStory } from '../store/annotating.ts';

/** From the first sentence of a side to its last; null where it has none. */
export function hullOf(side: readonly Range[]): Range | null {
  const [first, last] = [side[0], side.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The anchors of both sides of a pair. */
export function anchorsOfPair(story: Story, pair: PairRanges): Record<keyof PairRanges, Anchor | null> {
  const anchor = (side: readonly Range[]) => {
    const hull = hullOf(side);
    return hull && anchorAt(story, hull.start, hull.end);
  };
  return { original: anchor(pair.original), translation: anchor(pair.translation) };
}

/** Judgements of a story whose words stand where they were judged. */
export function placedJudgements(project: Project, key: StoryKey, story: Story): Judgement[] {
  const stands = (anchor: Anchor | null) => !anchor || story.text.startsWith(anchor.quote, anchor.start);
  return annotationsOf(project, key).judgements.flatMap((id) => {
    const judgement = project.judgements.get(id);
    return judgement && stands(judgement.original) && stands(judgement.translation) ? [judgement] : [];
  });
}

/** The judgement of exactly this pair. */
export function judgementOf(pair: PairRanges, judgements: readonly Judgement[]): Judgement | null {
  const same = (side: readonly Range[], anchor: Anchor | null) => {
    const hull = hullOf(side);
    return hull ? anchor?.start === hull.start && anchor.end === hull.end : anchor === null;
  };
  return (
    judgements.find(
      ({ original, translation }) => same(pair.original, original) && same(pair.translation, translation),
    ) ?? null
  );
}

/** Judgements of something of this pair that were made when borders ran otherwise. */
export function earlierJudgements(pair: PairRanges, judgements: readonly Judgement[]): Judgement[] {
  const own = judgementOf(pair, judgements);
  const touches = (side: readonly Range[], anchor: Anchor | null) => {
    const hull = hullOf(side);
    return hull !== null && anchor !== null && anchor.start < hull.end && hull.start < anchor.end;
  };
  return judgements.filter(
    (each) =>
      each !== own && (touches(pair.original, each.original) || touches(pair.translation, each.translation)),
  );
}

/** Judges a pair; what was said of parts of it under other borders gives way. */
export function judge(desk: Desk, pair: PairRanges, fidelity: Fidelity): Command {
  const key = keyOf(desk);
  const judgements = placedJudgements(desk.project, key, desk.story);
  const own = judgementOf(pair, judgements);
  const signed = { fidelity, by: desk.reviewer, at: new Date().toISOString() };
  const judging: Command = own
    ? { type: 'judgement.edit', judgementId: own.id, changes: signed }
    : withStory(desk, {
        type: 'judgement.add',
        judgement: { id: newId(), storyKey: key, ...anchorsOfPair(desk.story, pair), ...signed, comment: '' },
      });
  const outdated = earlierJudgements(pair, judgements).map(
    ({ id }): Command => ({ type: 'judgement.remove', judgementId: id }),
  );
  return outdated.length === 0 ? judging : { type: 'batch', commands: [...outdated, judging] };
}

/** Keeps pairs as a person made them; null: as the program suggests. */
export function alignAs(desk: Desk, pairs: Pairs | null): Command {
  const key = keyOf(desk);
  const quoted = (side: readonly Range[]) =>
    side.map(({ start, end }) => ({ start, end, quote: desk.story.text.slice(start, end) }));
  const alignment = pairs && {
    storyKey: key,
    pairs: pairs.map(({ original, translation }) => ({
      original: quoted(original),
      translation: quoted(translation),
    })),
    by: desk.reviewer,
    at: new Date().toISOString(),
  };
  return withStory(desk, { type: 'alignment.set', storyKey: key, alignment });
}
