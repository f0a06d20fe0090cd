import { setImmediate } from 'node:timers/promises';
import type { StoryLinks } from '../../app/contract.ts';
import { sameAddress } from '../../app/overview/links.ts';
import { Tallies } from '../../app/overview/tally.ts';
import type { Project } from '../../app/project.ts';
import { isAnnotated } from '../../app/story-annotations.ts';
import type { ProjectDump } from './project-dump.ts';
import { placedStories } from './story-filtering.ts';

/** Stories that are read at most: each is a read of the disk. */
const MOST_STORIES = 5000;
/** Stories read before others have their turn. */
const AT_A_TIME = 20;

/**
 * The links that the annotated stories of a dump cite, those of most stories first. They are read from the dump, since
 * a project does not hold them.
 * @param most links that are wanted
 */
export async function linksOfStories(
  project: Project,
  { dumpId, dump, places }: ProjectDump,
  most: number,
  ending: AbortSignal,
): Promise<StoryLinks> {
  const placed = await placedStories(project, dumpId, places);
  const annotated = [...placed].filter(([, key]) => isAnnotated(project, key)).sort(([a], [b]) => a - b);
  const links = new Tallies<string>();
  const read = annotated.slice(0, MOST_STORIES);
  for (const [index, [ordinal, key]] of read.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
    ending.throwIfAborted();
    const story = await dump.read(ordinal);
    const own = story.link === null ? '' : sameAddress(story.link);
    for (const url of new Set(story.links.map(sameAddress)))
      if (url !== '' && url !== own) links.add(url, key);
  }
  return {
    links: links
      .keys()
      .map((url) => ({ url, stories: [...links.of(url).stories] }))
      .sort((a, b) => b.stories.length - a.stories.length || (a.url < b.url ? -1 : 1))
      .slice(0, most),
    read: read.length,
    annotated: annotated.length,
  };
}
