import type { Project } from '../project.ts';
import type { StoryRef } from '../story.ts';
import type { QueueOrder } from './queue.ts';
import type { QueueItem } from './queue-items.ts';

/** Milliseconds of a story's date since 1970; null where it has none. A day stands for its first moment. */
function momentOf(ref: StoryRef | undefined): number | null {
  const iso = ref?.publishedAt ?? null;
  const ms = iso === null ? Number.NaN : Date.parse(/T\d\d:\d\d(?::\d\d)?$/u.test(iso) ? `${iso}Z` : iso);
  return Number.isNaN(ms) ? null : ms;
}

/** Stories without a date last; what is of one moment, in the order of the dump; claims of one story, in that of its text. */
export function inQueueOrder(project: Project, items: readonly QueueItem[], order: QueueOrder): QueueItem[] {
  const placed = items.map((item) => {
    const ref = project.stories.get(item.storyKey);
    const moment = order === 'dump' ? 0 : momentOf(ref);
    return {
      item,
      date: moment === null ? Number.POSITIVE_INFINITY : order === 'newest' ? -moment : moment,
      dumpId: ref?.dumpId ?? '',
      ordinal: ref?.ordinal ?? 0,
      start: item.kind === 'claim' ? (project.claims.get(item.id)?.anchors[0]?.start ?? 0) : 0,
    };
  });
  placed.sort(
    (a, b) =>
      compare(a.date, b.date) ||
      compare(a.dumpId, b.dumpId) ||
      a.ordinal - b.ordinal ||
      a.start - b.start ||
      compare(a.item.id, b.item.id),
  );
  return placed.map(({ item }) => item);
}

/** Not by difference: infinity less itself is no number. */
function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
