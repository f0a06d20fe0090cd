import { closeSync, openSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { ALIKE, jaccard } from '../../../app/likeness/jaccard.ts';
import { Shingles } from '../../../app/likeness/shingles.ts';
import type { StoryRange } from '../scan-tasks.ts';
import { StoryBytes } from '../search/story-bytes.ts';
import type { StoryKind } from '../story-kind.ts';
import { columnsOver } from '../story-reader.ts';
import { comparedReader } from './compared-bytes.ts';
import { countOf, type Groups, groupsFrom, membersOf } from './groups.ts';

/** Of stories that were put together and are not alike, so many clusters are made. */
const MOST_ROUNDS = 16;

/**
 * Looks at clusters by the texts of their stories: those that are not like the first form clusters of their own, or
 * are by themselves. `from` and `to` say which clusters.
 */
export async function verifyClusters(
  {
    path,
    kind,
    blocks,
    from,
    to,
    count,
    groups,
  }: StoryRange & { kind: StoryKind; count: number; groups: Groups },
  report: (clusters: number) => void,
  stopped: () => boolean,
): Promise<Groups> {
  const columns = columnsOver(blocks, count);
  const shingles = new Shingles();
  const compared = comparedReader(kind);
  const found: Uint32Array[] = [];
  const fd = openSync(path, 'r');
  try {
    const reader = new StoryBytes(fd);
    const saidBy = (ordinal: number) => {
      const { bytes, start, end } = reader.read(columns.startOf(ordinal), columns.endOf(ordinal));
      shingles.read(compared(bytes, start, end, columns.bylineOf(ordinal)).text);
      return shingles.sorted();
    };
    for (let group = from; group < Math.min(to, countOf(groups)) && !stopped(); group += 1) {
      let left = membersOf(groups, group);
      for (let round = 0; left.length > 1 && round < MOST_ROUNDS && !stopped(); round += 1) {
        const first = left[0] as number;
        const said = saidBy(first);
        const [alike, others] = [[first], [] as number[]];
        for (let at = 1; at < left.length; at += 1) {
          const ordinal = left[at] as number;
          (jaccard(said, saidBy(ordinal)) >= ALIKE ? alike : others).push(ordinal);
          if (at % 64 === 0) await setImmediate();
        }
        if (alike.length > 1) found.push(Uint32Array.from(alike));
        left = Uint32Array.from(others);
      }
      if ((group - from) % 64 !== 63) continue;
      report(group - from);
      await setImmediate();
    }
    return groupsFrom(found);
  } finally {
    closeSync(fd);
  }
}
