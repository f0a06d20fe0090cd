import type { DumpRef } from '../dump-ref.ts';
import { fromData, type Project, toData } from '../project.ts';
import { type StoryKey, type StoryRef, storyKey } from '../story.ts';
import { isAnnotated } from '../story-annotations.ts';

/** The stories that something in the project is about: annotations, a review, a quote in evidence, a dismissed suggestion. */
export function citedStories(project: Project): Set<StoryKey> {
  return new Set(
    [...project.stories.keys()].filter(
      (key) =>
        isAnnotated(project, key) ||
        project.reviews.has(key) ||
        project.citedBy.has(key) ||
        project.dismissedSuggestions.has(key),
    ),
  );
}

/** The project without stories that nothing is about, and without dumps that have no other ones: what a bundle of cited stories shows. */
export function onlyCited(project: Project): Project {
  const cited = citedStories(project);
  const data = toData(project);
  const stories = data.stories.filter(({ dumpId, storyId }) => cited.has(storyKey(dumpId, storyId)));
  const dumpIds = new Set(stories.map(({ dumpId }) => dumpId));
  return fromData({ ...data, stories, dumps: data.dumps.filter(({ id }) => dumpIds.has(id)) });
}

/** The project as it stands in a bundle, where its dumps and stories are at other places. */
export function withPlaces(
  project: Project,
  dumps: ReadonlyMap<string, DumpRef>,
  stories: ReadonlyMap<StoryKey, StoryRef>,
): Project {
  const data = toData(project);
  return fromData({
    ...data,
    dumps: data.dumps.map((ref) => dumps.get(ref.id) ?? ref),
    stories: data.stories.map((ref) => stories.get(storyKey(ref.dumpId, ref.storyId)) ?? ref),
  });
}

/** A dump that is not in the bundle: by its name, and not by its place on somebody's computer. */
export function placeless(ref: DumpRef): DumpRef {
  const name = ref.name.split(/[\\/]/u).at(-1) || ref.id;
  return { ...ref, name, path: name, relativePath: null };
}
