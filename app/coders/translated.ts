import type { ProjectData } from '../project.ts';
import { type StoryKey, storyKey } from '../story.ts';

/** Their ids, and what the same things are called in my project. */
export interface Names {
  dumps: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
}

/**
 * Their project with dumps, stories and tags named as in mine, wherever something names them. Those that mine does not
 * have keep their names, or get new ones where mine calls something else so.
 */
export function translated(theirs: ProjectData, names: Names, mine: ProjectData): ProjectData {
  const dump = renaming(theirs.dumps, mine.dumps, names.dumps);
  const tag = renaming(theirs.tags, mine.tags, names.tags);
  const dumpOfStory = new Map(
    theirs.stories.map(({ dumpId, storyId }) => [storyKey(dumpId, storyId), { dumpId, storyId }]),
  );
  const story = (key: StoryKey): StoryKey => {
    const found = dumpOfStory.get(key);
    return found ? storyKey(dump(found.dumpId), found.storyId) : key;
  };
  const inStory = <T extends { storyKey: StoryKey }>(list: readonly T[]): T[] =>
    list.map((record) => ({ ...record, storyKey: story(record.storyKey) }));
  return {
    ...theirs,
    dumps: theirs.dumps.map((record) => ({ ...record, id: dump(record.id) })),
    stories: theirs.stories.map((record) => ({ ...record, dumpId: dump(record.dumpId) })),
    tags: theirs.tags.map((record) => ({
      ...record,
      id: tag(record.id),
      parentId: record.parentId === null ? null : tag(record.parentId),
    })),
    claims: inStory(theirs.claims).map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((entry) =>
        entry.story ? { ...entry, story: { ...entry.story, storyKey: story(entry.story.storyKey) } } : entry,
      ),
    })),
    taggings: inStory(theirs.taggings).map((use) => ({ ...use, tagId: tag(use.tagId) })),
    notes: inStory(theirs.notes),
    judgements: inStory(theirs.judgements),
    alignments: inStory(theirs.alignments),
    reviews: inStory(theirs.reviews),
    storyNotes: inStory(theirs.storyNotes),
    dismissedSuggestions: inStory(theirs.dismissedSuggestions),
    filters: theirs.filters.map((saved) => ({
      ...saved,
      filter: {
        ...saved.filter,
        tags: saved.filter.tags.map(tag),
        stories: saved.filter.stories.map(story),
      },
    })),
    queues: theirs.queues.map((saved) => ({
      ...saved,
      queue: { ...saved.queue, tags: saved.queue.tags.map(tag) },
    })),
  };
}

/** What each id of theirs is called: as its counterpart in mine, else as it is, or with a number where that is taken. */
export function renaming(
  theirs: readonly { id: string }[],
  mine: readonly { id: string }[],
  names: ReadonlyMap<string, string>,
): (id: string) => string {
  const taken = new Set([...mine.map(({ id }) => id), ...theirs.map(({ id }) => id)]);
  const own = new Set(mine.map(({ id }) => id));
  const renamed = new Map<string, string>();
  for (const { id } of theirs) {
    const known = names.get(id);
    const fresh = known ?? (own.has(id) ? freeId(id, taken) : id);
    taken.add(fresh);
    renamed.set(id, fresh);
  }
  return (id) => renamed.get(id) ?? id;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const name = `${id}~${number}`;
    if (!taken.has(name)) return name;
  }
}
