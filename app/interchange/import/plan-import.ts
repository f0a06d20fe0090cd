import { storiesCitedBy } from '../../citations.ts';
import type { Command } from '../../commands.ts';
import type { Project } from '../../project.ts';
import type { StoryKey } from '../../story.ts';
import type { AnnotationSet, SetStory } from '../annotation-set.ts';
import type { Feature } from '../features.ts';
import { AnnotationIds } from './annotation-ids.ts';
import { ratingsMapper } from './map-ratings.ts';
import { tagsMapper } from './map-tags.ts';
import type { FoundStory, ImportOptions, ImportPlan, PlannedEntry } from './plan.ts';
import { planClaim } from './plan-claim.ts';
import { planNote } from './plan-note.ts';
import { planTagging } from './plan-tagging.ts';
import { quoteFinder } from './quoted-stories.ts';
import { StoryImport } from './story-import.ts';

export interface Planning {
  set: AnnotationSet;
  /** What the format carries. */
  carries: readonly Feature[];
  /** Where each story of the set stands, in their order. */
  found: readonly FoundStory[];
  project: Project;
  options: ImportOptions;
}

/**
 * Says what an import would do to a project. Pauses after each story, so that a large file lets others in.
 *
 * An annotation that the project has is known by its id, or by saying the same at the same place; then it is `matched`
 * or `differs`. So a second import of the same file changes nothing, also where the file has no ids: those that
 * annotations get are made from what they are.
 */
export function* planImport({
  set,
  carries,
  found,
  project,
  options,
}: Planning): Generator<void, ImportPlan> {
  const ratings = ratingsMapper(project.scale, set.ratings, options.ratings);
  const tags = tagsMapper(project, set.tags, carries.includes('tag-tree'));
  const holder = new AnnotationIds(project, set);
  const entries: PlannedEntry[] = [];
  const coming = new Map<StoryKey, Command>();
  const sums = { found: 0, missing: 0 };
  const quoteOf = quoteFinder(set, found);
  const refs = new Map(
    found.flatMap((place) => (place.kind === 'found' ? [[place.key, place.ref] as const] : [])),
  );
  const bring = (key: StoryKey) => {
    const ref = refs.get(key);
    if (ref && !project.stories.has(key)) coming.set(key, { type: 'story.add', story: ref });
  };

  for (const [index, story] of set.stories.entries()) {
    const place = found[index] ?? { kind: 'missing' };
    if (place.kind === 'found') sums.found += 1;
    else sums.missing += 1;
    const work = new StoryImport(story, place, { project, options, ratings, tags, holder, quoteOf });
    for (const entry of entriesOf(work, story)) {
      entries.push(entry);
      if (place.kind === 'found' && entry.commands.length > 0) bring(place.key);
      for (const command of entry.commands)
        if (command.type === 'claim.add') for (const key of storiesCitedBy(command.claim)) bring(key);
    }
    yield;
  }

  const used = new Set(set.stories.flatMap(({ taggings }) => taggings.map(({ tagId }) => tagId)));
  const codebook = tags.settle(used);
  return {
    entries: [...codebook.entries, ...entries],
    first: [...codebook.commands, ...coming.values()],
    stories: { ...sums, added: coming.size },
    tags: codebook.added,
    unknownRatings: ratings.unknown(),
  };
}

function* entriesOf(work: StoryImport, { claims, taggings, notes }: SetStory): Generator<PlannedEntry> {
  for (const claim of claims) yield planClaim(work, claim);
  for (const tagging of taggings) yield planTagging(work, tagging);
  for (const note of notes) yield planNote(work, note);
}
