import type { SetStory } from '../annotation-set.ts';
import { inIdOrder } from '../assemble.ts';
import type { Reading } from '../format.ts';
import { quotedPlacesIn } from '../quoted-places.ts';
import type { Names } from './names.ts';
import type { Shared } from './read-story.ts';

export function sharedWith({ tags }: Names): Shared {
  return { tags: new Map(tags.map((tag) => [tag.id, tag])), problems: [], quotes: [] };
}

/** What documents come to, when all of them are read. */
export function readingOf(
  stories: SetStory[],
  { ratings }: Names,
  { tags, problems, quotes }: Shared,
): Reading {
  const quoted = quotedPlacesIn(stories, 'utf-16-code-unit');
  for (const { entry, begin, end, file } of quotes) {
    if (!entry.story) continue;
    entry.story.span = quoted.story(entry.story.key, begin, end);
    if (!entry.story.span)
      problems.push({ code: 'interchange-no-place', params: { file, what: entry.quote || entry.story.key } });
  }
  return { set: { stories, tags: inIdOrder(tags), ratings }, problems };
}
