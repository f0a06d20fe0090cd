import { storiesCitedBy } from './citations.ts';
import { glossaryKey } from './glossary/entry.ts';
import type { ProjectData } from './project.ts';
import { storyKey } from './story.ts';

/**
 * The first thing in the data of a project that contradicts another (an id twice, something that is not there, a tag
 * above itself), or null. Commands keep all of it; a file that was edited or merged by hand may not.
 */
export function contradiction(data: ProjectData): string | null {
  for (const found of contradictions(data)) return found;
  return null;
}

function* contradictions(data: ProjectData): Generator<string> {
  const { dumps, tags, claims, taggings, notes, reviews, storyNotes, filters, queues, scale } = data;
  const { judgements, alignments, glossary, dismissedFindings, dismissedSuggestions, settledDifferences } =
    data;
  const stories = data.stories.map((story) => ({ ...story, id: storyKey(story.dumpId, story.storyId) }));
  const dumpIds = yield* unique('dumps', dumps);
  const storyIds = yield* unique('stories', stories);
  const tagIds = yield* unique('tags', tags);
  const lists = {
    claims,
    taggings,
    notes,
    judgements,
    filters,
    queues,
    glossary,
    dismissedFindings,
    settledDifferences,
  };
  for (const [name, list] of Object.entries(lists)) yield* unique(name, list);
  for (const [name, list] of Object.entries({ alignments, reviews, storyNotes, dismissedSuggestions })) {
    yield* unique(
      name,
      list.map(({ storyKey: key }) => ({ id: key })),
    );
  }
  for (const claim of claims) {
    yield* unique(`evidence of claim ${claim.id}`, claim.evidence);
    yield* unique(`verdicts of claim ${claim.id}`, claim.verdicts);
  }
  yield* unique(
    'glossary',
    glossary.map((entry) => ({ id: glossaryKey(entry) })),
  );

  for (const { storyKey: key, sentences } of dismissedSuggestions)
    yield* unique(`suggestions dismissed in ${key}`, sentences);

  const missing = (where: string, what: string, id: string) => `${where}: there is no ${what} ${id}`;
  for (const story of stories)
    if (!dumpIds.has(story.dumpId)) yield missing(`stories ${story.id}`, 'dump', story.dumpId);
  for (const [name, list] of Object.entries({
    claims,
    taggings,
    notes,
    judgements,
    alignments,
    reviews,
    storyNotes,
    dismissedSuggestions,
  })) {
    for (const { storyKey: key } of list) if (!storyIds.has(key)) yield missing(name, 'story', key);
  }
  for (const claim of claims)
    for (const key of storiesCitedBy(claim))
      if (!storyIds.has(key)) yield missing(`evidence of claim ${claim.id}`, 'story', key);
  for (const tagging of taggings)
    if (!tagIds.has(tagging.tagId)) yield missing(`taggings ${tagging.id}`, 'tag', tagging.tagId);
  const ratingIds = new Set(scale.ratings.map((rating) => rating.id));
  for (const { id, ratingId } of claims)
    if (ratingId !== null && !ratingIds.has(ratingId)) yield missing(`claims ${id}`, 'rating', ratingId);
  yield* tagTree(tags);
}

function* unique(name: string, list: readonly { id: string }[]): Generator<string, Set<string>> {
  const ids = new Set<string>();
  for (const { id } of list) {
    if (ids.has(id)) yield `${name}: ${id} stands there twice`;
    ids.add(id);
  }
  return ids;
}

function* tagTree(tags: ProjectData['tags']): Generator<string> {
  const parents = new Map(tags.map((tag) => [tag.id, tag.parentId]));
  for (const { id } of tags) {
    const seen = new Set([id]);
    for (let above = parents.get(id); above !== null && above !== undefined; above = parents.get(above)) {
      if (!parents.has(above)) yield `tags ${id}: there is no tag ${above}`;
      if (seen.has(above)) return yield `tags ${id}: it is above itself`;
      seen.add(above);
    }
  }
}
