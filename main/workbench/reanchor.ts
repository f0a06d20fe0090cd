import { isDeepStrictEqual } from 'node:util';
import type { Command } from '../../app/commands.ts';
import type { ReanchoredStory } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';
import { storyKey } from '../../app/story.ts';
import { inParallel } from './in-parallel.ts';
import type { OpenProject } from './open-project.ts';
import type { ProjectDump } from './project-dump.ts';
import { allExact, anchorsOf, resolved } from './story-anchors.ts';
import { likelyStories } from './story-candidates.ts';
import { storiesOf } from './story-criteria.ts';
import { refOf } from './story-ref.ts';

/**
 * What became of every story of the project in its dump as it is now, in the order in which they stood. Changes
 * nothing: a person decides about what is not `same` with all anchors exact. Waits until the dump is indexed.
 * @throws UratoriError `dump-partly-indexed` {path}: a story that was not found might be in the rest
 */
export async function reanchorReport(open: OpenProject, target: ProjectDump): Promise<ReanchoredStory[]> {
  const { dump, places, dumpId } = target;
  await target.indexed();
  if (target.isStopped) throw new UratoriError('dump-partly-indexed', { path: dump.path });
  const { project } = open;
  const refs = storiesOf(project, dumpId).sort((a, b) => a.ordinal - b.ordinal);
  const found = await places.all(refs);
  const placed = new Map(refs.map((ref, index) => [ref, found[index] ?? null]));
  const lost = refs
    .filter((ref) => placed.get(ref) === null)
    .map((ref) => ({
      ref,
      quotes: anchorsOf(project, storyKey(dumpId, ref.storyId)).map(({ anchor }) => anchor.quote),
    }));
  const taken = new Set(found.filter((ordinal) => ordinal !== null));
  const likely = await likelyStories(lost, dump, taken);

  return inParallel(refs, async (ref) => {
    const key = storyKey(dumpId, ref.storyId);
    const ordinal = placed.get(ref) ?? null;
    const story = ordinal === null ? (likely.get(ref) ?? null) : await dump.read(ordinal);
    return {
      storyKey: key,
      status: ordinal !== null ? 'same' : story ? 'changed' : 'lost',
      old: ref,
      found: story && refOf(dumpId, story),
      parts: resolved(anchorsOf(project, key), story),
    };
  });
}

/** Nothing is left for a person to decide. */
export function isSettled(report: readonly ReanchoredStory[]): boolean {
  return report.every(({ status, parts }) => status === 'same' && allExact(parts));
}

/** Brings the hints of stories that were found by their id up to date; null where all of them hold. */
export function hintsCommand(report: readonly ReanchoredStory[]): Command | null {
  const commands = report.flatMap(({ status, storyKey, old, found }): Command[] =>
    status === 'same' && found && !isDeepStrictEqual(old, found)
      ? [{ type: 'story.move', storyKey, story: found }]
      : [],
  );
  return commands.length === 0 ? null : { type: 'batch', commands };
}
