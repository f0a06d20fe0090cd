import { annotationsOf, type Project } from '../../app/project.ts';
import type { StorySort } from '../../app/story-sort.ts';
import type { Dump } from '../dumps/dump.ts';
import { placedStories } from './story-filtering.ts';
import type { StoryPlaces } from './story-places.ts';

/** A whole number a story, from 0 to 2 ** 53 - 1: a list has the smallest first, and equal ones in dump order. */
export type StoryOrder = (ordinal: number) => number;

/** Where stories without what they are sorted by stand: last, whichever way the list goes. */
const LAST = Number.MAX_SAFE_INTEGER;
/** More than the seconds since the first day that a column can hold, and than anything else that is sorted by. */
const GREATEST = 2 ** 49;
/** Days before 1970 are numbers too. */
const FIRST_DAY = -0x80000000;
/** Stories of a day: first those of which the time is not known, then one place a second, midnight at both ends. */
const PLACES_A_DAY = 86_402;

/** The order that is asked for, as things are now; null for dump order. */
export async function orderOf(
  { by, descending }: StorySort,
  project: Project,
  dumpId: string,
  dump: Dump,
  places: StoryPlaces,
): Promise<StoryOrder | null> {
  const directed = (value: number) => (descending ? GREATEST - value : value);
  switch (by) {
    case 'dump':
      return descending ? directed : null;
    case 'date':
      return (ordinal) => {
        const day = dump.dayOf(ordinal);
        if (day === null) return LAST;
        return directed((day - FIRST_DAY) * PLACES_A_DAY + (dump.timeOf(ordinal) ?? -1) + 1);
      };
    case 'source': {
      const ranks = ranksOf(dump);
      return (ordinal) => {
        const source = dump.sourceOf(ordinal);
        return source < 0 ? LAST : directed(ranks[source] as number);
      };
    }
    case 'length':
      return (ordinal) => {
        const { byteStart, byteEnd } = dump.rangeOf(ordinal);
        return directed(byteEnd - byteStart);
      };
    case 'annotations': {
      const counts = await countsOf(project, dumpId, places);
      return (ordinal) => directed(counts.get(ordinal) ?? 0);
    }
    default:
      return assertNever(by);
  }
}

/** By name; sources of one name by handle, so that the stories of each stand together. */
function ranksOf({ sources }: Dump): Uint32Array {
  // Japanese readers expect this order of kanji, and for other scripts it is the common one.
  const { compare } = new Intl.Collator('ja', { numeric: true });
  const sorted = sources
    .map(({ name, handle }, number) => ({ name, handle: handle ?? '', number }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.handle, b.handle) || a.number - b.number);
  const ranks = new Uint32Array(sources.length);
  for (const [rank, { number }] of sorted.entries()) ranks[number] = rank;
  return ranks;
}

/** How many claims, tags, notes and judgements the annotated stories have, by ordinal. */
async function countsOf(project: Project, dumpId: string, places: StoryPlaces): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const [ordinal, key] of await placedStories(project, dumpId, places)) {
    const { claims, taggings, notes, judgements } = annotationsOf(project, key);
    counts.set(ordinal, claims.length + taggings.length + notes.length + judgements.length);
  }
  return counts;
}

function assertNever(by: never): never {
  throw new Error(`not sorted by: ${by}`);
}
