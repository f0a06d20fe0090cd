import type { Story, StoryRef } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';
import { likeness, sameSource } from './story-likeness.ts';
import { dayOf } from './story-ref.ts';

/** An annotated story that its dump no longer has under its id. */
export interface LostStory {
  ref: StoryRef;
  /** What its annotations quote. */
  quotes: readonly string[];
}

interface Match {
  lost: LostStory;
  story: Story;
  score: number;
}

/**
 * The story that each lost one has most likely become, by its old reference. First among those of the same source and
 * day; what is still without one, among those of the same source on any day. Each pass reads a candidate once, whatever
 * the number of lost stories, and a story is given away once: to the lost one that it is most like.
 */
export async function likelyStories(
  lost: readonly LostStory[],
  dump: Dump,
  taken: ReadonlySet<number>,
): Promise<Map<StoryRef, Story>> {
  const found = new Map<StoryRef, Story>();
  const given = new Set(taken);
  for (const sameDay of [true, false]) {
    const left = lost.filter(({ ref }) => !found.has(ref));
    for (const { lost: one, story } of best(await matches(left, dump, given, sameDay))) {
      found.set(one.ref, story);
      given.add(story.ordinal);
    }
  }
  return found;
}

async function matches(
  lost: readonly LostStory[],
  dump: Dump,
  given: ReadonlySet<number>,
  sameDay: boolean,
): Promise<Match[]> {
  const bySource = groupBySource(lost, dump);
  const all: Match[] = [];
  for (let ordinal = 0; ordinal < dump.count && bySource.size > 0; ordinal += 1) {
    const wanted = (bySource.get(dump.sourceOf(ordinal)) ?? []).filter(
      ({ ref }) => !sameDay || dayOf(ref) === dump.dayOf(ordinal),
    );
    if (wanted.length === 0 || given.has(ordinal)) continue;
    const story = await dump.read(ordinal);
    for (const one of wanted) {
      const score = likeness({ lead: one.ref.lead, quotes: one.quotes }, story);
      if (score > 0) all.push({ lost: one, story, score });
    }
  }
  return all;
}

/** The best match first; of one lost story and of one candidate only the best counts. */
function best(all: Match[]): Match[] {
  const stories = new Set<number>();
  const refs = new Set<StoryRef>();
  return all
    .sort((a, b) => b.score - a.score || a.story.ordinal - b.story.ordinal)
    .filter(({ lost, story }) => {
      if (stories.has(story.ordinal) || refs.has(lost.ref)) return false;
      stories.add(story.ordinal);
      refs.add(lost.ref);
      return true;
    });
}

/** By the index of the dump's source; -1 for stories without one. Sources that the dump does not have are left out. */
function groupBySource(lost: readonly LostStory[], dump: Dump): Map<number, LostStory[]> {
  const groups = new Map<number, LostStory[]>();
  for (const one of lost) {
    const { source } = one.ref;
    const indexes = source
      ? [...dump.sources.keys()].filter((index) => sameSource(dump.sources[index] ?? null, source))
      : [-1];
    for (const index of indexes) groups.set(index, [...(groups.get(index) ?? []), one]);
  }
  return groups;
}
