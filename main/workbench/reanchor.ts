import { isDeepStrictEqual } from 'node:util';
import type { Command } from '../../app/commands.ts';
import type { ReanchoredStory } from '../../app/contract.ts';
import { type StoryRef, storyKey } from '../../app/story.ts';
import type { OpenProject } from './open-project.ts';
import type { ProjectDump } from './project-dump.ts';
import { allExact, anchorsOf, resolved } from './story-anchors.ts';
import { likelyStories } from './story-candidates.ts';
import { storiesOf } from './story-criteria.ts';
import { refOf } from './story-ref.ts';

/**
 * What became of every story of the project in its dump as it is now, in the order in which they stood. Changes
 * nothing: a person decides about what is not `same` with all anchors exact. Waits until the dump is indexed.
 */
export async function reanchorReport(open: OpenProject, target: ProjectDump): Promise<ReanchoredStory[]> {
  const { dump, places, dumpId } = target;
  await target.indexed();
  const { project } = open;
  const refs = storiesOf(project, dumpId).sort((a, b) => a.ordinal - b.ordinal);
  const found = await places.all(refs);
  const placeOf = (ref: StoryRef) => found.get(storyKey(dumpId, ref.storyId)) ?? null;
  const taken = new Set(refs.map(placeOf).filter((ordinal) => ordinal !== null));
  const lost = refs
    .filter((ref) => placeOf(ref) === null)
    .map((ref) => ({
      ref,
      quotes: anchorsOf(project, storyKey(dumpId, ref.storyId)).map(({ anchor }) => anchor.quote),
    }));
  const likely = await likelyStories(lost, dump, taken);

  const report: ReanchoredStory[] = [];
  for (const ref of refs) {
    const key = storyKey(dumpId, ref.storyId);
    const ordinal = placeOf(ref);
    const story = ordinal === null ? (likely.get(ref) ?? null) : await dump.read(ordinal);
    report.push({
      storyKey: key,
      status: ordinal !== null ? 'same' : story ? 'changed' : 'lost',
      old: ref,
      found: story && refOf(dumpId, story),
      parts: resolved(anchorsOf(project, key), story),
    });
  }
  return report;
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
