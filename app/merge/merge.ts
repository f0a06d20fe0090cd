import type { Command } from '../commands.ts';
import { UratoriError } from '../problem.ts';
import { fromData, type ProjectData } from '../project.ts';
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
    conflicts: conflicts.sort((a, b) => compare(orderOf(a), orderOf(b))),
    tallies,
  };
}

/** Story by story, claims first. */
function orderOf({ storyKey, table, key }: Conflict): string {
  return JSON.stringify([storyKey === null ? '~' : storyKey, table === 'claims' ? '' : table, key]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
