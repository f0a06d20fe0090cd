import type { Command } from '../commands.ts';
import { UratoriError } from '../problem.ts';
import { fromData, type ProjectData } from '../project.ts';
import { storyKey } from '../story.ts';
import { commandsTo } from './commands-to.ts';
import type { Conflict, Decisions } from './conflict.ts';
import type { Tally } from './merge-table.ts';
import { mergedData } from './merged.ts';
import { renamed } from './renamed.ts';
import { onOneScale } from './scale.ts';

export type { Conflict, Decision, Decisions, FieldConflict } from './conflict.ts';
export type { Tally } from './merge-table.ts';

export interface MergeOptions {
  decisions?: Decisions;
  /** Who decides, and when: ISO 8601. */
  by: string;
  at: string;
  /** What a rating of the scale that gives way is called in the other one, by their ids. */
  mapping?: Readonly<Record<string, string>>;
}

export interface Merge {
  /** Makes mine the merged one, in one step that can be undone; null where there is nothing to change. */
  command: Command | null;
  merged: ProjectData;
  /** What nobody decided on yet; of these mine stays as it is. */
  conflicts: Conflict[];
  /** What the two have in common and what not, list by list. */
  tallies: Partial<Record<keyof ProjectData, Tally>>;
}

/**
 * Merges another person's project into mine; docs/merging.md tells what is paired and what conflicts.
 * @param base what both were made from, where that is known; else everything of either is in the result
 * @throws UratoriError `merge-base-unrelated`: the ancestor, and the two, are not one project; `merge-scales-differ`
 */
export function mergeProjects(
  base: ProjectData | null,
  mine: ProjectData,
  theirs: ProjectData,
  { decisions = new Map(), by, at, mapping = {} }: MergeOptions,
): Merge {
  if (base && (base.id !== mine.id || base.id !== theirs.id)) throw new UratoriError('merge-base-unrelated');
  const from = {
    mine: { projectId: mine.id, title: mine.title },
    theirs: { projectId: theirs.id, title: theirs.title },
  };
  const scaled = onOneScale(base, mine, renamed(base, mine, theirs), mapping);
  const { data, conflicts, tallies } = mergedData(scaled.base, scaled.mine, scaled.theirs, {
    decisions,
    settled: new Set(mine.settledDifferences.map(({ id }) => id)),
    signature: { by, at },
    scale: scaled.scale,
    from,
  });
  const commands = commandsTo(fromData(mine), data);
  return {
    command: commands.length === 0 ? null : { type: 'batch', commands },
    merged: data,
    conflicts: inReadingOrder(conflicts, data),
    tallies,
  };
}

/** Story by story in the order of the dump, claims first, as they stand in the text; then what is about no story. */
function inReadingOrder(conflicts: readonly Conflict[], { stories }: ProjectData): Conflict[] {
  const ordinals = new Map(
    stories.map(({ dumpId, storyId, ordinal }) => [storyKey(dumpId, storyId), ordinal]),
  );
  const placeOf = ({ storyKey: key, table, mine, theirs, id }: Conflict): (number | string)[] => {
    const anchors = ((mine ?? theirs)?.anchors ?? []) as { start: number }[];
    const ordinal = key === null ? Number.POSITIVE_INFINITY : (ordinals.get(key) ?? 0);
    return [ordinal, key ?? '', table === 'claims' ? 0 : 1, anchors[0]?.start ?? 0, id];
  };
  return conflicts
    .map((conflict) => ({ conflict, place: placeOf(conflict) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ conflict }) => conflict);
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0) return 0;
  return (a[at] as number | string) < (b[at] as number | string) ? -1 : 1;
}
