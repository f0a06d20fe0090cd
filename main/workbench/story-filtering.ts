import type { StoryFilter } from '../../app/contract.ts';
import type { Project } from '../../app/project.ts';
import { storyKey } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';
import { sourceIdOf } from './facets.ts';
import { OrdinalList } from './ordinals.ts';
import { criteriaOf, storiesOf } from './story-criteria.ts';
import type { StoryPlaces } from './story-places.ts';

/** Tells by ordinal whether a story passes a filter, its query apart. */
export type Passes = (ordinal: number) => boolean;

/**
 * What a filter, its query apart, comes to for the stories of a dump as far as they are indexed; null where all pass.
 * Sources and languages are read from the index; annotations from the project, by the places of its stories.
 */
export async function passesOf(
  filter: StoryFilter,
  project: Project,
  dumpId: string,
  dump: Dump,
  places: StoryPlaces,
): Promise<Passes | null> {
  const sources = filter.sources.length > 0 ? new Set(filter.sources) : null;
  const languages = filter.languages.length > 0 ? new Set(filter.languages) : null;
  const annotations = await annotationsPass(filter, project, dumpId, places);
  if (!sources && !languages && !annotations) return null;
  return (ordinal) =>
    (!annotations || annotations(ordinal)) &&
    (!sources || sources.has(sourceIdOf(dump, ordinal))) &&
    (!languages || languages.has(dump.langOf(ordinal)));
}

/** The first `count` ordinals that pass, in ascending order. */
export function passing(passes: Passes, count: number): Uint32Array {
  const list = new OrdinalList();
  for (let ordinal = 0; ordinal < count; ordinal += 1) if (passes(ordinal)) list.push(ordinal);
  return list.toArray();
}

async function annotationsPass(
  filter: StoryFilter,
  project: Project,
  dumpId: string,
  places: StoryPlaces,
): Promise<Passes | null> {
  const criteria = criteriaOf(filter, project);
  if (!criteria) return null;
  // The stories that differ from all others: those that pass where the others do not, and the other way round.
  const refs = storiesOf(project, dumpId).filter(
    (ref) => criteria.passes(storyKey(dumpId, ref.storyId)) !== criteria.others,
  );
  const exceptions = new Set(await places.all(refs));
  return (ordinal) => exceptions.has(ordinal) !== criteria.others;
}
